import type { ActionResults } from '@regulars/schema';
import { decodeJwt } from 'jose';
import { type TokenPurpose, verifyToken } from '../auth/tokens.ts';
import type { ServerContext } from '../context.ts';
import { rootPerson } from '../people/visitors.ts';
import { type Claimed, payCoupon, payPoints, readClaim } from './pay-claim.ts';
import { type Actor, type Answer, AWARD_PURPOSE, type Win } from './play.ts';
import { findWin } from './wins.ts';

/** Pays prizes; claims of one win that come together share one payment. */
export interface Claims {
  /** Turns a claim token into its prize. A repeat by the same person answers the same code. */
  claim(actor: Actor, claimToken: string): Promise<Answer<ActionResults['claim']>>;
}

/** Makes the claims desk of a handler. */
export function createClaims(context: ServerContext): Claims {
  const underWay = new Map<string, Promise<Claimed | null>>();
  return {
    async claim(actor, claimToken) {
      const checked = await checkClaim(context, actor, claimToken);
      if (!checked.ok) return checked;
      const win = checked.result;
      const paying = underWay.get(win.id) ?? pay(context, win);
      underWay.set(win.id, paying);
      try {
        const paid = await paying;
        return paid ? { ok: true, result: paid } : { ok: false, reason: 'out-of-stock' };
      } finally {
        underWay.delete(win.id);
      }
    },
  };
}

async function checkClaim(context: ServerContext, actor: Actor, claimToken: string): Promise<Answer<Win>> {
  const purpose = purposeOf(claimToken);
  if (purpose === null) return { ok: false, reason: 'token-invalid' };
  const verified = await verifyToken(context, claimToken, purpose);
  if (!verified.ok) return verified;
  if (purpose !== AWARD_PURPOSE && !purpose.startsWith('campaign:')) {
    return { ok: false, reason: 'token-wrong-campaign' };
  }
  const win = await findWin(context.db, verified.token.id ?? '');
  if (!win || win.reward.type === 'none') return { ok: false, reason: 'token-invalid' };
  const campaign = win.campaign_id === null ? AWARD_PURPOSE : `campaign:${win.campaign_id}`;
  if (purpose !== campaign) return { ok: false, reason: 'token-wrong-campaign' };
  const owner = await rootPerson(context.db, win.person_id);
  if (owner !== actor.personId) return { ok: false, reason: 'claimed-by-another' };
  return win.voided_at === null ? { ok: true, result: win } : { ok: false, reason: 'already-played' };
}

/** The purpose that the token itself names, unproven; `verifyToken` then proves it. */
function purposeOf(token: string): TokenPurpose | null {
  try {
    const { aud } = decodeJwt(token);
    return typeof aud === 'string' ? (aud as TokenPurpose) : null;
  } catch {
    return null;
  }
}

async function pay(context: ServerContext, win: Win): Promise<Claimed | null> {
  const paid = await readClaim(context.db, win.id);
  if (paid) return paid;
  return win.reward.type === 'coupon'
    ? payCoupon(context, win, win.reward.template)
    : payPoints(context, win);
}
