import { createHash, randomUUID } from 'node:crypto';
import type { Database } from '@regulars/server';
import { readDocuments } from './documents.ts';
import { type OpenShop, openShop } from './open-shop.ts';

/** A shop for one test, with a browser that keeps cookies and runs no script. */
export interface TestShop {
  readonly shop: OpenShop;
  /** Requests that reached the order webhook. */
  readonly told: readonly { readonly headers: Headers; readonly body: string }[];
  /** Payments with points that reached Regulars. */
  readonly spent: readonly Readonly<Record<string, unknown>>[];
  /** What Regulars says of every customer: tier, points and doors; at the start nothing. */
  know(standing: {
    readonly tier: string | null;
    readonly points: number;
    readonly entitlements: readonly string[];
  }): void;
  /** What the webhook's receiver answers; 200 at the start. */
  answer(status: number): void;
  get(path: string): Promise<Response>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
  /** Another visitor: with the given cookies, or none. Answers those of the one who leaves. */
  leave(cookies?: ReadonlyMap<string, string>): ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** Regulars as the shop meets it: takes orders and payments, and says of every customer what it was told. */
function createReceiver(): Pick<TestShop, 'told' | 'spent' | 'know' | 'answer'> & {
  send(request: Request): Promise<Response>;
} {
  const told: { headers: Headers; body: string }[] = [];
  const spent: Readonly<Record<string, unknown>>[] = [];
  let status = 200;
  let standing: object | undefined;
  return {
    told,
    spent,
    know: (next) => {
      standing = next;
    },
    answer: (next) => {
      status = next;
    },
    async send(request) {
      const { pathname } = new URL(request.url);
      const body = await request.text();
      if (pathname.endsWith('/v1/orders')) told.push({ headers: request.headers, body });
      else if (pathname.endsWith('/v1/spend')) spent.push(JSON.parse(body));
      else return standing === undefined ? new Response('{}', { status: 404 }) : Response.json(standing);
      return new Response('{}', { status });
    },
  };
}

/** Opens a shop on a database that `open` gives; it is closed with the shop. */
export async function openTestShop(
  open: () => Promise<Database>,
  now: () => number = Date.now,
): Promise<TestShop> {
  const db = await open();
  const { send, ...receiver } = createReceiver();
  const secret = createHash('sha256').update(randomUUID()).digest('hex');
  const secrets = { customer: secret, webhook: secret };
  const { program } = readDocuments();
  const shop = await openShop({ db, now, secrets, program, retryMs: 3_600_000, send });
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await shop.fetch(new Request(new URL(path, 'http://shop.test'), { ...init, headers }));
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  return {
    ...receiver,
    shop,
    get: (path) => ask(path, {}),
    post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
    leave(next = new Map()) {
      const mine = new Map(cookies);
      cookies.clear();
      for (const [name, value] of next) cookies.set(name, value);
      return mine;
    },
    async close() {
      await shop.webhook.stop();
      await db.close();
    },
  };
}
