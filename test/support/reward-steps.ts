import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import type { ActionOutcome, ActionResults, Prize, ProgramDocument, Wallet } from '@regulars/schema';
import { createOrder, PROGRAM, SECRETS, type ServerFixture } from './server-fixture.ts';

export const DAY_MS = 86_400_000;

/** The fixture's programme with other rules; one point for each cent, so that totals read as points. */
export function programWith(more: Partial<ProgramDocument> = {}): ProgramDocument {
  return { ...PROGRAM, earn: [{ id: 'base', on: 'order_placed', points: 1, per: 1 }], ...more };
}

/** `ok`, or why not. */
export function reasonOf(outcome: ActionOutcome): string {
  return outcome.ok ? 'ok' : outcome.reason;
}

/** The result of an action that must have gone well. */
export function resultOf<T extends keyof ActionResults>(outcome: ActionOutcome, _type: T): ActionResults[T] {
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.result as ActionResults[T];
}

/** Asks for a draw. */
export const drawOf = (campaignId: string, playKey: string = randomUUID(), more: object = {}): object => ({
  type: 'draw',
  campaignId,
  playKey,
  ...more,
});

/** Asks for a prize. */
export const claimOf = (claimToken: string | undefined): object => ({ type: 'claim', claimToken });

/** A person's wallet. */
export async function walletOf(
  server: ServerFixture,
  anonymousId = 'v-1',
  more: object = {},
): Promise<Wallet> {
  const outcome = await server.act(anonymousId, { type: 'read', what: 'wallet' }, more);
  const { wallet } = resultOf(outcome, 'read');
  assert.ok(wallet);
  return wallet;
}

/** A person's prizes. */
export async function prizesOf(
  server: ServerFixture,
  anonymousId = 'v-1',
  more: object = {},
): Promise<readonly Prize[]> {
  const outcome = await server.act(anonymousId, { type: 'read', what: 'prizes' }, more);
  return resultOf(outcome, 'read').prizes ?? [];
}

/** The reference that the SDK puts on a visitor's cart. */
export async function referenceOf(server: ServerFixture, anonymousId = 'v-1'): Promise<string> {
  return resultOf(await server.act(anonymousId, { type: 'visitor-ref' }), 'visitor-ref').visitorRef;
}

/** One word of the shop about an order of a visitor. */
export async function tell(
  server: ServerFixture,
  order: { readonly value: number; readonly orderId?: string; readonly status?: string } & Record<
    string,
    unknown
  >,
  anonymousId = 'v-1',
): Promise<{ readonly joined: boolean; readonly points: number }> {
  const { value, ...more } = order;
  const money = { value, currency: 'EUR' };
  const answer = await server.order(
    createOrder({
      total: money,
      items: [{ productId: 'p1', quantity: 1, price: money }],
      placedAt: server.now(),
      visitorRef: await referenceOf(server, anonymousId),
      ...more,
    }),
  );
  assert.equal(answer.status, 200, await answer.clone().text());
  return answer.json();
}

/** Posts a body that the shop signed. */
export function postSigned(server: ServerFixture, path: string, content: object): Promise<Response> {
  const body = JSON.stringify(content);
  const timestamp = String(Math.floor(server.now() / 1000));
  const signature = createHmac('sha256', SECRETS.webhook).update(`${timestamp}.${body}`).digest('hex');
  return server.post(path, body, {
    'x-regulars-timestamp': timestamp,
    'x-regulars-delivery': randomUUID(),
    'x-regulars-signature': `v1=${signature}`,
  });
}

/** Sums of all accounts by their kind (`person`, `pending`, `debt`, `liability` …), points only. */
export async function accountsOf(
  server: Pick<ServerFixture, 'db'>,
): Promise<Readonly<Record<string, number>>> {
  const rows = await server.db.query<{ kind: string; points: number }>(
    `select split_part(account, ':', 1) as kind, sum(p.points)::int as points from posting p
     join movement m on m.id = p.movement_id where m.unit = 'points' group by 1`,
  );
  return Object.fromEntries(rows.map(({ kind, points }) => [kind, points]));
}

/** The books must be right: every movement sums to zero, what is owed to people is what was issued less what went. */
export async function assertBooks(server: Pick<ServerFixture, 'db'>): Promise<void> {
  const crooked = await server.db.query(
    'select movement_id from posting group by movement_id having sum(points) <> 0 or count(*) <> 2',
  );
  assert.deepEqual(crooked, []);
  const accounts = await accountsOf(server);
  const of = (kind: string): number => accounts[kind] ?? 0;
  const issued = 0 - (of('liability') + of('pool'));
  const owed = of('person') + of('pending') + of('debt');
  assert.equal(owed, issued - of('redeemed') - of('expired') - of('reversed'));
  const overdrawn = await server.db.query(
    `select m.id from movement m join posting p on p.movement_id = m.id and p.points > 0
       and p.account in ('person:' || m.person_id, 'pending:' || m.person_id)
     left join movement d on d.lot_id = m.id left join posting dp on dp.movement_id = d.id and dp.account = p.account
     group by m.id, p.points having p.points + coalesce(sum(dp.points), 0) < 0`,
  );
  assert.deepEqual(overdrawn, []);
}
