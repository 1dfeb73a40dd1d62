import { randomUUID } from 'node:crypto';
import type {
  AttributesView,
  AttributesWish,
  Feed,
  FeedWish,
  FreeEntryWish,
  GoodwillGift,
  Money,
  PersonSummary,
  PointsAdjustment,
} from '@regulars/schema';
import type { ShopOrder } from '../orders/read-order.ts';
import type { Spending } from '../orders/read-spending.ts';
import { signWebhook } from '../orders/verify-webhook.ts';
import { RegularsClientError } from './client-error.ts';

const TIMEOUT_MS = 10_000;

/** Where the server is and what proves the shop. */
export interface ClientOptions {
  /** Address with base path, `https://shop.example/regulars`. */
  readonly url: string;
  /** A key of the server's option `apiKeys`; people, points and prizes need it. */
  readonly apiKey?: string | undefined;
  /** The server's `secrets.webhook`; orders and payments need it. */
  readonly webhookSecret?: string | undefined;
  /** Default `fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Epoch ms (default `Date.now`). */
  readonly now?: (() => number) | undefined;
}

/** An order at one moment of its life. Amounts in minor units. */
export type OrderInput = ShopOrder;

/** A payment with points, or with credit. */
export type SpendInput = Spending;

/**
 * What a shop's own backend asks of the server. `person` is `customer:<id>`, `visitor:<id>` or the id of a person. Every
 * member rejects with `RegularsClientError`; orders, payments and points may be sent again with the same ids.
 */
export interface ServerClient {
  /** Tells of an order; keep `delivery` and give it again when the call failed. */
  sendOrder(
    order: OrderInput,
    options?: { readonly delivery?: string | undefined },
  ): Promise<{ readonly joined: boolean; readonly points: number }>;
  /** Pays an order with points or credit, once with each; `value` is what they pay, `left` what the person has left. */
  spendPoints(payment: SpendInput): Promise<{
    readonly points?: number | undefined;
    readonly credit?: Money | undefined;
    readonly value: Money;
    readonly left: number;
  }>;
  readPerson(person: string): Promise<PersonSummary>;
  exportPerson(person: string): Promise<Readonly<Record<string, unknown>>>;
  erasePerson(person: string): Promise<void>;
  /** What is known of a person for conditions, by name without `customer.`, each with when it was true. */
  readAttributes(person: string): Promise<AttributesView>;
  /** Says what the shop knows of a person: scores, bands, its own. `customer:<id>` need not have come yet. */
  setAttributes(person: string, wish: AttributesWish): Promise<AttributesView>;
  /** A list of products for a mail; `image` and `link` of its items are whole addresses, signed, and end. */
  makeFeed(person: string, wish?: FeedWish): Promise<Feed>;
  adjustPoints(
    person: string,
    wish: PointsAdjustment,
  ): Promise<{ readonly points: number; readonly changed: number }>;
  giveGoodwill(
    person: string,
    wish: GoodwillGift,
  ): Promise<{ readonly points: number; readonly changed: number }>;
  /** Records an entry by post or e-mail and plays it; the prize waits among the person's prizes. */
  recordEntry(
    person: string,
    wish: FreeEntryWish,
  ): Promise<{
    readonly playId: string;
    readonly prizeIndex: number;
    readonly label: string;
    readonly win: boolean;
  }>;
  revokeMovement(id: string, reason: string): Promise<{ readonly taken: number }>;
  revokePrize(id: string, reason: string): Promise<{ readonly taken: number }>;
}

/** Makes a client; nothing is sent yet. */
export function createClient(options: ClientOptions): ServerClient {
  const ask = <T>(method: string, path: string, body?: object): Promise<T> =>
    send<T>(options, { method, path, body, headers: { authorization: `Bearer ${options.apiKey ?? ''}` } });
  const tell = <T>(path: string, body: object, delivery: string = randomUUID()): Promise<T> => {
    const now = options.now ?? Date.now;
    const timestamp = String(Math.floor(now() / 1000));
    const signature = signWebhook(options.webhookSecret ?? '', timestamp, JSON.stringify(body));
    const headers = {
      'x-regulars-timestamp': timestamp,
      'x-regulars-delivery': delivery,
      'x-regulars-signature': signature,
    };
    return send<T>(options, { method: 'POST', path, body, headers });
  };
  const of = (person: string): string => `/v1/people/${encodeURIComponent(person)}`;
  return {
    sendOrder: (order, { delivery } = {}) => tell('/v1/orders', order, delivery),
    spendPoints: (payment) => tell('/v1/spend', payment),
    readPerson: (person) => ask('GET', of(person)),
    exportPerson: (person) => ask('GET', `${of(person)}/export`),
    erasePerson: async (person) => void (await ask('DELETE', of(person))),
    readAttributes: (person) => ask('GET', `${of(person)}/attributes`),
    setAttributes: (person, wish) => ask('PUT', `${of(person)}/attributes`, wish),
    makeFeed: async (person, wish = {}) => {
      const feed = await ask<Feed>('POST', `${of(person)}/feed`, wish);
      const whole = (path: string): string => new URL(path, options.url).href;
      const items = feed.items.map((item) => ({ ...item, image: whole(item.image), link: whole(item.link) }));
      return { ...feed, items };
    },
    adjustPoints: (person, wish) => ask('POST', `${of(person)}/points`, wish),
    giveGoodwill: (person, wish) => ask('POST', `${of(person)}/goodwill`, wish),
    recordEntry: (person, wish) => ask('POST', `${of(person)}/entries`, wish),
    revokeMovement: (id, reason) => ask('POST', `/v1/movements/${encodeURIComponent(id)}/revoke`, { reason }),
    revokePrize: (id, reason) => ask('POST', `/v1/prizes/${encodeURIComponent(id)}/revoke`, { reason }),
  };
}

async function send<T>(
  options: ClientOptions,
  request: {
    readonly method: string;
    readonly path: string;
    readonly body?: object | undefined;
    readonly headers: Readonly<Record<string, string>>;
  },
): Promise<T> {
  const { method, path, body, headers } = request;
  const fetchIt = options.fetch ?? fetch;
  const what = `${method} ${path}`;
  const init = {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body && { body: JSON.stringify(body) }),
  };
  const answer = await fetchIt(new Request(options.url.replace(/\/$/, '') + path, init)).catch(
    (cause: unknown) => {
      throw new RegularsClientError('unavailable', { status: 0, what, cause });
    },
  );
  const content: unknown = await answer.json().catch(() => null);
  if (answer.ok) return content as T;
  const reason = String(Object(content).reason ?? 'unavailable');
  throw new RegularsClientError(reason, { status: answer.status, what });
}
