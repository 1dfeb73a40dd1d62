import { randomUUID } from 'node:crypto';
import type { Reward } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { bookMovement } from './ledger/book.ts';
import { endOfLot } from './ledger/settle.ts';

/** Something to be paid because something was reached; once per source, source id and rule. */
export interface Gift {
  readonly personId: string;
  /** What reached it: `tier`, `quest`, `offer` … */
  readonly source: string;
  /** Which one, and by whom: unique among all people. */
  readonly sourceId: string;
  readonly rule: string;
  readonly reward: Reward;
  readonly label: Readonly<Record<string, string>>;
  /** Epoch ms. */
  readonly t: number;
  /** Reached by the word of a browser. */
  readonly untrusted?: boolean | undefined;
}

const DAY_MS = 86_400_000;

/**
 * Pays a reward inside the caller's transaction: points are booked at once, a coupon waits among the person's prizes for its
 * claim. Answers the id of the award, `null` when it was given before.
 */
export async function giveReward(
  tx: Queryable,
  context: Pick<ServerContext, 'program'>,
  gift: Gift,
): Promise<string | null> {
  const { personId, source, sourceId, rule, reward, label, t, untrusted } = gift;
  const validDays = reward.type === 'coupon' ? reward.validDays : undefined;
  const rows = await tx.query<{ id: string }>(
    `insert into award (id, person_id, source, source_id, rule, label, reward, t, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (source, source_id, rule) do nothing returning id`,
    [
      randomUUID(),
      personId,
      source,
      sourceId,
      rule,
      JSON.stringify(label),
      JSON.stringify(reward),
      t,
      validDays === undefined ? null : Math.round(t + validDays * DAY_MS),
    ],
  );
  const id = rows[0]?.id ?? null;
  if (id === null || reward.type !== 'points') return id;
  await bookMovement(tx, {
    kind: 'given',
    source,
    orderId: sourceId,
    rule,
    personId,
    points: reward.points,
    against: 'liability',
    t,
    untrusted,
    ...endOfLot(context, t),
  });
  return id;
}
