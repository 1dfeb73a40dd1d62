import type { ActionResults } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { emit } from '../outbox/emit.ts';
import { mintCoupon } from './coupons/mint-coupon.ts';
import { bookMovement } from './ledger/book.ts';
import { lockPerson } from './ledger/lock-person.ts';
import { endOfLot } from './ledger/settle.ts';
import type { Win } from './play.ts';
import { WINS } from './wins.ts';

/** What a claim paid. */
export type Claimed = ActionResults['claim'];

interface ClaimRow {
  readonly play_id: string;
  readonly kind: 'coupon' | 'points';
  readonly code: string | null;
  readonly points: number | null;
  readonly ends_at: number | null;
}

/** Mints the coupon of a win; `null` when there are no codes left, or the play was lost meanwhile. */
export async function payCoupon(context: ServerContext, win: Win, template: string): Promise<Claimed | null> {
  const request = { claimId: win.id, template, personId: win.person_id, endsAt: win.ends_at };
  const coupon = await mintCoupon(context, request);
  if (!coupon) return null;
  const t = context.now();
  await context.db.transaction(async (tx) => {
    const made = await tx.query(
      `insert into claim (play_id, kind, code, ends_at, t, template)
       select $1, 'coupon', $2, $3, $4, $5
       where not exists (select 1 from ${WINS} where id = $1 and voided_at is not null)
       on conflict (play_id) do nothing returning play_id`,
      [win.id, coupon.code, coupon.endsAt, t, template],
    );
    if (made.length === 0) return;
    await emit(tx, context, {
      type: 'coupon_issued',
      key: win.id,
      personId: win.person_id,
      t,
      content: { ...coupon, template, claimId: win.id },
    });
  });
  return readClaim(context.db, win.id);
}

/** Books the points of a play. */
export async function payPoints(context: ServerContext, win: Win): Promise<Claimed | null> {
  const { reward, pool } = win;
  if (reward.type !== 'points' || pool === null) return null;
  const t = context.now();
  await context.db.transaction(async (tx) => {
    const owner = await lockPerson(tx, win.person_id);
    const made = await tx.query(
      `insert into claim (play_id, kind, points, t) select $1, 'points', $2, $3
       where not exists (select 1 from ${WINS} where id = $1 and voided_at is not null)
       on conflict (play_id) do nothing returning play_id`,
      [win.id, reward.points, t],
    );
    if (made.length === 0) return;
    await bookMovement(tx, {
      kind: 'won',
      source: 'play',
      orderId: win.id,
      rule: 'prize',
      personId: owner,
      points: reward.points,
      against: `pool:${pool}`,
      t,
      ...endOfLot(context, t),
    });
  });
  return readClaim(context.db, win.id);
}

/** What was paid for a win; `null`: nothing yet. */
export async function readClaim(db: Queryable, winId: string): Promise<Claimed | null> {
  const rows = await db.query<ClaimRow>('select * from claim where play_id = $1', [winId]);
  const row = rows[0];
  if (!row) return null;
  return {
    playId: row.play_id,
    kind: row.kind,
    ...(row.code !== null && { code: row.code }),
    ...(row.points !== null && { points: row.points }),
    ...(row.ends_at !== null && { endsAt: row.ends_at }),
  };
}
