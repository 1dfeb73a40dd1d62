import { randomInt } from 'node:crypto';
import type { Database, Queryable } from '@regulars/server';
import { couponTemplates } from './pricing.ts';

/** A coupon as the shop minted it. */
export interface Coupon {
  readonly code: string;
  readonly template: string;
  readonly validUntil: number | null;
  readonly usedBy: string | null;
}

export type CouponCheck =
  | { readonly ok: true; readonly coupon: Coupon }
  | { readonly ok: false; readonly reason: 'couponUnknown' | 'couponUsed' | 'couponExpired' };

// No letters or digits that are mistaken for each other.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

function makeCode(): string {
  const sign = (): string => letters[randomInt(letters.length)] ?? 'A';
  return `SILL-${Array.from({ length: 8 }, sign).join('')}`;
}

/** Makes a coupon; the same claim gets the same code, however often and in parallel it asks. */
export async function mintCoupon(
  db: Database,
  request: {
    readonly claimId: string;
    readonly template: string;
    readonly personId: string;
    readonly validUntil?: number | undefined;
  },
): Promise<{ readonly code: string; readonly endsAt?: number | undefined }> {
  if (!Object.hasOwn(couponTemplates, request.template)) {
    throw new Error(`The shop has no coupon template "${request.template}".`);
  }
  await db.query(
    `insert into shop.coupon (code, claim_id, template, person_id, valid_until) values ($1, $2, $3, $4, $5)
     on conflict (claim_id) do nothing`,
    [makeCode(), request.claimId, request.template, request.personId, request.validUntil ?? null],
  );
  const [row] = await db.query<{ code: string; valid_until: number | null }>(
    'select code, valid_until from shop.coupon where claim_id = $1',
    [request.claimId],
  );
  if (row === undefined) throw new Error('The coupon was not stored.');
  return row.valid_until === null ? { code: row.code } : { code: row.code, endsAt: row.valid_until };
}

/** Looks at a code a visitor typed. */
export async function checkCoupon(db: Queryable, typed: string, now: number): Promise<CouponCheck> {
  const [row] = await db.query<{
    code: string;
    template: string;
    valid_until: number | null;
    used_by: string | null;
  }>('select code, template, valid_until, used_by from shop.coupon where code = $1', [
    typed.trim().toUpperCase(),
  ]);
  if (row === undefined) return { ok: false, reason: 'couponUnknown' };
  if (row.used_by !== null) return { ok: false, reason: 'couponUsed' };
  if (row.valid_until !== null && row.valid_until < now) return { ok: false, reason: 'couponExpired' };
  const { code, template, valid_until: validUntil, used_by: usedBy } = row;
  return { ok: true, coupon: { code, template, validUntil, usedBy } };
}
