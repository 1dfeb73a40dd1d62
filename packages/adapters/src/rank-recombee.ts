import type { Ranker } from '@regulars/core/recommendations';
import { askBackend, itemsOf } from './ask-backend.ts';

/** Where the shop's Recombee database is. */
export interface RecombeeRankerOptions {
  readonly databaseId: string;
  /** Public token: it may only ask and report, and stands in the page. */
  readonly publicToken: string;
  /**
   * Id under which Recombee knows this visitor; `undefined` leaves the list to the device, and so does an id that Recombee
   * refuses, of a visitor or of the page's product: it takes Latin letters, digits and `_`, `-`, `:`, `@`, `.` alone.
   */
  readonly userId: () => string | undefined;
  /** Region of the database (default: the general address). */
  readonly region?: 'ap-se' | 'ca-east' | 'eu-west' | 'us-west' | undefined;
  /** Recombee's scenario of a slot (default: the slot's name). */
  readonly scenario?: ((slot: string) => string) | undefined;
  /** Address of the service (default Recombee's own). */
  readonly endpoint?: string | undefined;
  /** Time it gets, ms (default 800). */
  readonly timeoutMs?: number | undefined;
}

/** Ids that Recombee takes. Source: its API reference, "Items" and "Users". */
const known = /^[\w:@.-]+$/;

/**
 * Asks Recombee: items for the product of the page, else for the visitor. The address is signed by HMAC-SHA1 with the
 * public token, as its browser client does; that needs a secure context. Source: Recombee, API reference.
 */
export function recombeeRanker(options: RecombeeRankerOptions): Ranker {
  const { databaseId, region, timeoutMs, userId, scenario = (slot: string) => slot } = options;
  const { endpoint = `https://client-rapi${region ? `-${region}` : ''}.recombee.com` } = options;
  return {
    timeoutMs,
    async rank({ current, max, slot, strategy }, { signal }) {
      const user = userId();
      const item = strategy === 'for-you' ? undefined : current;
      if (!user || ![user, item ?? user].every((id) => known.test(id))) return null;
      const way = item ? `items/${encodeURIComponent(item)}` : `users/${encodeURIComponent(user)}`;
      const path = await sign(`/${databaseId}/recomms/${way}/items/`, options.publicToken);
      const body = {
        count: max,
        scenario: scenario(slot),
        cascadeCreate: true,
        ...(item && { targetUserId: user }),
      };
      const answer = await askBackend(`${endpoint}${path}`, { body }, signal);
      return { items: itemsOf(answer, 'recomms'), version: 'recombee' };
    },
  };
}

async function sign(path: string, token: string): Promise<string> {
  const signed = `${path}?frontend_timestamp=${Math.floor(Date.now() / 1000)}`;
  const text = new TextEncoder();
  const hmac = { name: 'HMAC', hash: 'SHA-1' };
  const key = await crypto.subtle.importKey('raw', text.encode(token), hmac, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(signed)));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${signed}&frontend_sign=${hex}`;
}
