import type { ServerContext } from '../context.ts';
import { signWebhook } from '../orders/verify-webhook.ts';
import type { MessageType, WebhookBody, WebhookEndpoint } from './message.ts';
import { retryWaitMs, TRIES_MAX } from './retry-rule.ts';

/** A send under way belongs to one process for this long; after a crash somebody else sends it again. */
const LEASE_MS = 60_000;
const TIMEOUT_MS = 10_000;
const AT_ONCE = 10;
const PROBLEM_MAX = 300;

interface Due {
  readonly id: string;
  readonly endpoint: string;
  readonly tries: number;
  readonly type: MessageType;
  readonly t: number;
  readonly content: WebhookBody['content'];
  readonly person_id: string | null;
  readonly customer_id: string | null;
}

/** What became of one try. */
interface Outcome {
  readonly status: number | null;
  readonly problem: string | null;
  readonly ms: number;
}

type OutboxContext = Pick<ServerContext, 'db' | 'now' | 'webhooks' | 'send' | 'random' | 'live'>;

/**
 * Sends what is due, ten at a time, until nothing is; answers how many tries were made. Safe in several processes: each
 * message is leased before it is sent. `signal` ends it; a send that it cuts off is tried again.
 */
export async function deliverDue(
  context: OutboxContext,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  let count = 0;
  while (!signal.aborted) {
    const due = await lease(context);
    if (due.length === 0) break;
    await Promise.all(due.map((each) => deliver(context, each, signal)));
    count += due.length;
  }
  if (count > 0) context.live.publish('outbox');
  return count;
}

async function lease({ db, now, webhooks }: OutboxContext): Promise<readonly Due[]> {
  const at = Math.round(now());
  return db.transaction(async (tx) => {
    const taken = await tx.query<{ outbox_id: string; endpoint: string }>(
      `update outbox_delivery d set next_at = $2, tries = tries + 1
       from (select outbox_id, endpoint from outbox_delivery
             where state = 'waiting' and next_at <= $1 and endpoint = any($3::text[])
             order by next_at, outbox_id limit ${AT_ONCE} for update skip locked) as due
       where d.outbox_id = due.outbox_id and d.endpoint = due.endpoint returning d.outbox_id, d.endpoint`,
      [at, at + LEASE_MS, webhooks.map(({ id }) => id)],
    );
    if (taken.length === 0) return [];
    return tx.query<Due>(
      `select o.id, d.endpoint, d.tries, o.type, o.t, o.content, root.id as person_id, root.customer_id
       from outbox_delivery d join outbox o on o.id = d.outbox_id
       left join person p on p.id = o.person_id left join person root on root.id = coalesce(p.merged_into, p.id)
       join unnest($1::text[], $2::text[]) as taken (outbox_id, endpoint)
         on taken.outbox_id = d.outbox_id and taken.endpoint = d.endpoint order by o.t, o.id`,
      [taken.map((each) => each.outbox_id), taken.map((each) => each.endpoint)],
    );
  });
}

async function deliver(context: OutboxContext, due: Due, signal: AbortSignal): Promise<void> {
  const endpoint = context.webhooks.find(({ id }) => id === due.endpoint);
  if (!endpoint) return; // Leased by name, so this is a race with nothing; the lease ends by itself.
  const outcome = await send(context, { endpoint, due, signal });
  const now = Math.round(context.now());
  const isTaken = outcome.problem === null;
  // 410: the shop says that this address is gone for good.
  const isOver = outcome.status === 410 || due.tries >= TRIES_MAX;
  const chance = (context.random(1)[0] ?? 0) / 255;
  await context.db.transaction(async (tx) => {
    await tx.query(
      'insert into outbox_try (outbox_id, endpoint, t, ms, status, problem) select id, $2, $3, $4, $5, $6 from outbox where id = $1',
      [due.id, due.endpoint, now, outcome.ms, outcome.status, outcome.problem],
    );
    await tx.query(
      `update outbox_delivery set state = $3, next_at = $4, status = $5, problem = $6, done_at = $7
       where outbox_id = $1 and endpoint = $2`,
      [
        due.id,
        due.endpoint,
        isTaken ? 'delivered' : isOver ? 'failed' : 'waiting',
        isTaken || isOver ? now : now + retryWaitMs(due.tries, chance),
        outcome.status,
        outcome.problem,
        isTaken ? now : null,
      ],
    );
  });
}

async function send(
  context: OutboxContext,
  request: { readonly endpoint: WebhookEndpoint; readonly due: Due; readonly signal: AbortSignal },
): Promise<Outcome> {
  const { endpoint, due } = request;
  const body = JSON.stringify(bodyOf(due));
  const timestamp = String(Math.floor(context.now() / 1000));
  const startedAt = performance.now();
  const passed = (): number => Math.round(performance.now() - startedAt);
  try {
    const answer = await context.send(
      new Request(endpoint.url, {
        method: 'POST',
        body,
        // A body that is posted to another address than the one agreed on would be a leak.
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), request.signal]),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Regulars-Webhook/1',
          'x-regulars-delivery': due.id,
          'x-regulars-timestamp': timestamp,
          'x-regulars-signature': signWebhook(endpoint.secret, timestamp, body),
        },
      }),
    );
    await answer.body?.cancel();
    return { status: answer.status, problem: answer.ok ? null : `answered ${answer.status}`, ms: passed() };
  } catch (error) {
    // A broken line, a wrong certificate, no answer in time: all to be tried again.
    return { status: null, problem: describe(error), ms: passed() };
  }
}

function bodyOf({ id, type, t, person_id, customer_id, content }: Due): WebhookBody {
  const person =
    person_id === null
      ? null
      : { personId: person_id, ...(customer_id !== null && { customerId: customer_id }) };
  return { v: 1, id, type, t, person, content };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, PROBLEM_MAX);
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${cause}`.slice(0, PROBLEM_MAX);
}
