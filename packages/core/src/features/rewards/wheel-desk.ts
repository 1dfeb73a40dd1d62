import type { PartContext } from '../../journey/part.ts';
import type { Request } from '../requester.ts';
import type { SlotViews } from '../slot-views.ts';

/** What the wheels of a page share. */
export interface WheelDesk {
  readonly context: PartContext;
  readonly views: SlotViews;
  readonly request: Request;
  readonly busy: (work: Promise<unknown>) => void;
  /** Something was won: wallets read anew. */
  readonly onClaim: () => void;
}
