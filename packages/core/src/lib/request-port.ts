import type { Action, ActionOutcome } from '@regulars/schema';
import type { PortKey } from './port-registry.ts';

/** Asks the backend in the visitor's name. Never rejects: a broken line is `{ ok: false, reason: 'offline' }`. */
export type Request = <A extends Action>(
  action: A,
  options?: { readonly signal?: AbortSignal | undefined },
) => Promise<ActionOutcome<A['type']>>;

export const requestPort: PortKey<Request> = 'request';
