import { createHash, randomUUID } from 'node:crypto';
import { openDatabase } from '@regulars/server';
import { readDocuments } from './documents.ts';
import { type OpenShop, openShop } from './open-shop.ts';

/** A shop for one test, with a browser that keeps cookies and runs no script. */
export interface TestShop {
  readonly shop: OpenShop;
  /** Requests that reached the order webhook. */
  readonly told: readonly { readonly headers: Headers; readonly body: string }[];
  /** What the webhook's receiver answers; 200 at the start. */
  answer(status: number): void;
  get(path: string): Promise<Response>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
  /** Forgets the cookies: another visitor. */
  leave(): void;
  close(): Promise<void>;
}

/** Opens a shop on a database in memory. */
export async function openTestShop(now: () => number = Date.now): Promise<TestShop> {
  const db = await openDatabase({});
  const told: { headers: Headers; body: string }[] = [];
  let status = 200;
  const secret = createHash('sha256').update(randomUUID()).digest('hex');
  const shop = await openShop({
    db,
    now,
    secrets: { customer: secret, webhook: secret },
    program: readDocuments().program,
    retryMs: 3_600_000,
    async send(request) {
      told.push({ headers: request.headers, body: await request.text() });
      return new Response('{}', { status });
    },
  });
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
    shop,
    told,
    answer: (next) => {
      status = next;
    },
    get: (path) => ask(path, {}),
    post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
    leave: () => cookies.clear(),
    async close() {
      await shop.webhook.stop();
      await db.close();
    },
  };
}
