import type { ActionContext, ActionPort } from '@regulars/core';
import type { Action, ActionOutcome } from '@regulars/schema';
import type { Answer } from './answer.ts';
import { type HttpAdapterOptions, post } from './post.ts';

export type { HttpAdapterOptions } from './post.ts';

/** Asks the Regulars HTTP backend for draws, claims, wallets …, at `/v1/actions`. Never throws after creation. */
export function httpActions(options: HttpAdapterOptions): ActionPort {
  return {
    perform: async <A extends Action>(
      action: A,
      { context, signal }: { readonly context: ActionContext; readonly signal?: AbortSignal | undefined },
    ) =>
      readOutcome<A['type']>(
        await post(options, 'actions', { v: 1, key: options.key, ...context, action }, signal),
      ),
  };
}

function readOutcome<T extends Action['type']>({ status, body }: Answer): ActionOutcome<T> {
  // The backend's word is checked for its shape alone; a proxy's page has none, then the status decides.
  if (body.ok === true || (body.ok === false && body.reason)) return body as ActionOutcome<T>;
  return { ok: false, reason: status ? (status === 429 ? 'rate-limited' : 'unavailable') : 'offline' };
}
