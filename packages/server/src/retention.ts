import type { ServerContext } from './context.ts';
import { runHourly } from './run-hourly.ts';

const DAY_MS = 86_400_000;
/** Rows that one statement deletes: the embedded database does nothing else meanwhile. */
const ROWS_MAX = 5000;
/** Signed webhooks are good for minutes, and orders and ledger know repeats by themselves. */
const DELIVERY_DAYS = 30;
/** Longest that a message which nobody took is kept for a replay. */
const FAILED_DAYS = 90;

/** What goes, in this order; `$1` is a time in epoch ms. Orders, plays, ledger and audit log are the books and stay. */
const RULES: readonly { readonly table: string; readonly key: string; readonly old: string }[] = [
  { table: 'session', key: 'token_hash', old: 'expires_at < $1' },
  { table: 'command_token', key: 'token_hash', old: 'expires_at < $1' },
  { table: 'sign_in_link', key: 'token_hash', old: 'expires_at < $1' },
  { table: 'webhook_delivery', key: 'id', old: `received_at < $1 - ${DELIVERY_DAYS * DAY_MS}::bigint` },
  // What was delivered needs no proof for ever; what failed waits for somebody to replay it.
  {
    table: 'outbox',
    key: 'id',
    old: `t < $1 - ${DELIVERY_DAYS * DAY_MS}::bigint and not exists (select 1 from outbox_delivery d where d.outbox_id = outbox.id and d.state <> 'delivered' and outbox.t >= $1 - ${FAILED_DAYS * DAY_MS}::bigint)`,
  },
  { table: 'event', key: 'id', old: 't < $1 - $3::bigint' },
  // No event is younger than its batch: when the batch is too old, its events went before it.
  { table: 'batch', key: 'id', old: 'received_at < $1 - $3::bigint' },
];

/** Deletes every row that outlived its time; answers how many. Ends early when `isStopped` says so. */
export async function sweep(
  { db, now, eventDays }: Pick<ServerContext, 'db' | 'now' | 'eventDays'>,
  isStopped: () => boolean = () => false,
): Promise<number> {
  let total = 0;
  for (const { table, key, old } of RULES) {
    for (let count = ROWS_MAX; count === ROWS_MAX && !isStopped(); total += count) {
      const params = [Math.round(now()), ROWS_MAX, ...(old.includes('$3') ? [eventDays * DAY_MS] : [])];
      const gone = await db.query(
        `delete from ${table} where ${key} in (select ${key} from ${table} where ${old} limit $2) returning 1`,
        params,
      );
      count = gone.length;
    }
  }
  return total;
}

/** Sweeps now and each hour. The returned function ends it, after the statement under way. */
export const startRetention = (context: ServerContext): (() => Promise<void>) =>
  runHourly(context, {
    name: 'retention',
    async work(isStopped) {
      const rows = await sweep(context, isStopped);
      if (rows > 0) context.log({ level: 'info', t: context.now(), job: 'retention', rows });
    },
  });
