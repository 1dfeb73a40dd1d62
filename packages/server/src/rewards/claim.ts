import type { ActionResults } from '@regulars/schema';
import { decodeJwt } from 'jose';
import { verifyToken } from '../auth/tokens.ts';
import type { ServerContext } from '../context.ts';
import { rootPerson } from '../people/visitors.ts';
import { bookMovement, expiryOf } from './ledger.ts';
import type { Actor, Answer, Play } from './play.ts';

type Claimed = ActionResults['claim'];

interface ClaimRow {
  readonly play_id: string;
  readonly kind: 'coupon' | 'points';
  readonly code: string | null;
  readonly points: number | null;
  readonly ends_at: number | null;
}

/** Pays prizes; claims of one play that come together share one payment. */
export interface Claims {
  /** Turns a claim token into its prize. A repeat by the same person answers the same code. */
  claim(actor: Actor, claimToken: string): Promise<Answer<Claimed>>;
}

/** Makes the claims desk of a handler. */
export function createClaims(context: ServerContext): Claims {
  const underWay = new Map<string, Promise<Claimed>>();
  return {
    async claim(actor, claimToken) {
      const checked = await checkClaim(context, actor, claimToken);
      if (!checked.ok) return checked;
      const play = checked.result;
      const paying = underWay.get(play.id) ?? pay(context, play);
      underWay.set(play.id, paying);
      try {
        return { ok: true, result: await paying };
      } finally {
        underWay.delete(play.id);
      }
    },
  };
}

async function checkClaim(context: ServerContext, actor: Actor, claimToken: string): Promise<Answer<Play>> {
  const verified = await verifyToken(context, claimToken, claimPurpose(claimToken));
  if (!verified.ok) return verified;
  const rows = await context.db.query<Play>('select * from play where id = $1', [verified.token.id ?? '']);
  const play = rows[0];
  if (!play || claimPurpose(claimToken) !== `campaign:${play.campaign_id}` || play.reward.type === 'none') {
    return { ok: false, reason: 'token-invalid' };
  }
  const owner = await rootPerson(context.db, play.person_id);
  return owner === actor.personId ? { ok: true, result: play } : { ok: false, reason: 'claimed-by-another' };
}

/** The audience that the token itself names, unproven; `verifyToken` then proves it. */
function claimPurpose(token: string): `campaign:${string}` {
  try {
    return `campaign:${String(decodeJwt(token).aud).replace(/^campaign:/, '')}`;
  } catch {
    return 'campaign:';
  }
}

async function pay(context: ServerContext, play: Play): Promise<Claimed> {
  const rows = await context.db.query<ClaimRow>('select * from claim where play_id = $1', [play.id]);
  if (rows[0]) return toClaimed(rows[0]);
  return play.reward.type === 'points'
    ? payPoints(context, play, play.reward.points)
    : payCoupon(context, play);
}

async function payCoupon(context: ServerContext, play: Play): Promise<Claimed> {
  // Outside any transaction: the shop may be slow. Its promise of one code per claim id makes a second ask harmless.
  const coupon = await context.shopHook.mintCoupon({
    claimId: play.id,
    template: play.reward.type === 'coupon' ? play.reward.template : '',
    personId: play.person_id,
    ...(play.ends_at !== null && { validUntil: play.ends_at }),
  });
  await context.db.query(
    `insert into claim (play_id, kind, code, ends_at, t) values ($1, 'coupon', $2, $3, $4)
     on conflict (play_id) do nothing`,
    [play.id, coupon.code, coupon.endsAt ?? play.ends_at, context.now()],
  );
  return readClaim(context, play.id);
}

async function payPoints(context: ServerContext, play: Play, points: number): Promise<Claimed> {
  const t = context.now();
  await context.db.transaction(async (tx) => {
    const made = await tx.query(
      `insert into claim (play_id, kind, points, t) values ($1, 'points', $2, $3)
       on conflict (play_id) do nothing returning play_id`,
      [play.id, points, t],
    );
    if (made.length === 0) return;
    await bookMovement(tx, {
      kind: 'won',
      source: 'play',
      orderId: play.id,
      rule: 'prize',
      personId: play.person_id,
      points,
      against: `pool:${play.pool}`,
      t,
      expiresAt: expiryOf(t, context.program.expiry),
    });
  });
  return readClaim(context, play.id);
}

async function readClaim(context: ServerContext, playId: string): Promise<Claimed> {
  const rows = await context.db.query<ClaimRow>('select * from claim where play_id = $1', [playId]);
  if (!rows[0]) throw new Error(`Claim of play ${playId} was not stored.`);
  return toClaimed(rows[0]);
}

function toClaimed(row: ClaimRow): Claimed {
  return {
    playId: row.play_id,
    kind: row.kind,
    ...(row.code !== null && { code: row.code }),
    ...(row.points !== null && { points: row.points }),
    ...(row.ends_at !== null && { endsAt: row.ends_at }),
  };
}
