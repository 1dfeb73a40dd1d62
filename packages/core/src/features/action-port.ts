import type { Action, ActionOutcome } from '@regulars/schema';
import type { PortKey } from '../lib/port-registry.ts';

/** Who asks: what the device knows of its visitor. */
export interface ActionContext {
  readonly anonymousId: string;
  readonly visitorToken?: string | undefined;
  readonly customerToken?: string | undefined;
  readonly locale?: string | undefined;
}

/** Asks the backend for what only it may decide. Never throws: a broken line is `{ ok: false, reason: 'offline' }`. */
export interface ActionPort {
  perform<A extends Action>(
    action: A,
    options: { readonly context: ActionContext; readonly signal?: AbortSignal | undefined },
  ): Promise<ActionOutcome<A['type']>>;
}

export const actionPort: PortKey<ActionPort> = 'action';
