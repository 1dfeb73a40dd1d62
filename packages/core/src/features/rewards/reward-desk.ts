import type { PartContext } from '../../journey/part.ts';
import type { Request } from '../../lib/request-port.ts';
import type { ShopBridge } from '../shop-bridge.ts';
import type { SlotViews } from '../slot-views.ts';

/** The visitor's switch for games. */
export interface GameSwitch {
  isOn(): Promise<boolean>;
  /** Runs when it is switched off; returns its stop. */
  onOff(listener: () => void): () => void;
}

/** What the reward widgets of a page share. */
export interface RewardDesk {
  readonly context: PartContext;
  readonly views: SlotViews;
  readonly request: Request;
  readonly shop: ShopBridge | undefined;
  /** Whether the visitor wants games at all. */
  readonly games: GameSwitch;
  readonly busy: (work: Promise<unknown>) => void;
  /** Something was won, claimed or spent: what is shown of the person is read anew. */
  readonly onChange: () => void;
}
