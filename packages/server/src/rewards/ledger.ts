import { randomUUID } from 'node:crypto';
import type { Expiry, Wallet } from '@regulars/schema';
import type { Queryable } from '../db/database.ts';

/** A movement of points; `points` is what the person gains, the other posting is its opposite. */
export interface Movement {
  readonly kind: 'earned' | 'spent' | 'expired' | 'reversed' | 'won';
  readonly source: string;
  readonly orderId: string;
  readonly rule: string;
  readonly personId: string;
  readonly points: number;
  /** Account of the other posting. */
  readonly against: 'liability' | 'expired' | 'redeemed' | `pool:${string}`;
  readonly t: number;
  readonly expiresAt?: number | undefined;
}

const ENTRIES_MAX = 50;
const DAY_MS = 86_400_000;

/** Books a movement as two postings that sum to zero. Answers `false` when this source, order and rule were booked before. */
export async function bookMovement(tx: Queryable, movement: Movement): Promise<boolean> {
  const { kind, source, orderId, rule, personId, points, against, t, expiresAt } = movement;
  const made = await tx.query<{ id: string }>(
    `insert into movement (id, kind, source, order_id, rule, person_id, t, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (source, order_id, rule) do nothing returning id`,
    [randomUUID(), kind, source, orderId, rule, personId, t, expiresAt ?? null],
  );
  const id = made[0]?.id;
  if (id === undefined) return false;
  await tx.query(
    'insert into posting (movement_id, account, points) values ($1, $2, $3), ($1, $4, -$3::bigint)',
    [id, `person:${personId}`, points, against],
  );
  return true;
}

/** End of points earned at `t`, epoch ms. */
export function expiryOf(t: number, expiry: Expiry | undefined): number | undefined {
  return expiry?.model === 'rolling' ? Math.round(t + expiry.days * DAY_MS) : undefined;
}

const PERSONS = 'select id from person where id = $1 or merged_into = $1';

/** Books the end of every lot of a person that ran out. Lots are not spent yet in this version, so each expires whole. */
export async function bookExpiry(tx: Queryable, personId: string, now: number): Promise<void> {
  const lots = await tx.query<{ id: string; person_id: string; points: number }>(
    `select m.id, m.person_id, p.points from movement m
     join posting p on p.movement_id = m.id and p.account = 'person:' || m.person_id
     where m.person_id in (${PERSONS}) and m.expires_at <= $2 and p.points > 0
       and not exists (select 1 from movement x where x.source = 'expiry' and x.order_id = m.id)`,
    [personId, now],
  );
  for (const lot of lots) {
    await bookMovement(tx, {
      kind: 'expired',
      source: 'expiry',
      orderId: lot.id,
      rule: 'expiry',
      personId: lot.person_id,
      points: -lot.points,
      against: 'expired',
      t: now,
    });
  }
}

/** Folds a person's wallet from the ledger, newest movements first. */
export async function readWallet(db: Queryable, personId: string): Promise<Wallet> {
  const sums = await db.query<{ points: number }>(
    `select coalesce(sum(points), 0)::bigint as points from posting
     where account in (select 'person:' || id from (${PERSONS}) as own)`,
    [personId],
  );
  const rows = await db.query<{ id: string; t: number; points: number; kind: string; order_id: string }>(
    `select m.id, m.t, p.points, m.kind, m.order_id from movement m
     join posting p on p.movement_id = m.id and p.account = 'person:' || m.person_id
     where m.person_id in (${PERSONS}) order by m.t desc, m.id limit ${ENTRIES_MAX}`,
    [personId],
  );
  return {
    points: sums[0]?.points ?? 0,
    pending: 0,
    entries: rows.map((row) => ({
      id: row.id,
      t: row.t,
      points: row.points,
      kind: row.kind as Wallet['entries'][number]['kind'],
      ...(row.kind === 'earned' && { orderId: row.order_id }),
    })),
  };
}
