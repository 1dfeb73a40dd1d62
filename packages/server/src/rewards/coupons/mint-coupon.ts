import type { CouponSource } from '@regulars/schema';
import type { ServerContext } from '../../context.ts';
import type { Queryable } from '../../db/database.ts';
import { withTimeout } from '../../shop-timeout.ts';
import { codeFrom } from './code-from.ts';

/** A coupon for a win. */
export interface Coupon {
  readonly code: string;
  /** Epoch ms; `null`: no end. */
  readonly endsAt: number | null;
}

/** What a coupon is minted for. */
export interface CouponRequest {
  /** Id of the win: the same one gets the same code. */
  readonly claimId: string;
  readonly template: string;
  readonly personId: string;
  /** Epoch ms; `null`: no end. */
  readonly endsAt: number | null;
}

/**
 * Gets a coupon from where its template says: the shop's hook, a list, or our generator. `null` when a list is empty or
 * the template's codes are all given out. The same claim gets the same code, however often and in parallel it is asked.
 */
export async function mintCoupon(context: ServerContext, request: CouponRequest): Promise<Coupon | null> {
  const { claimId, template, personId, endsAt } = request;
  const sources = context.program.coupons ?? {};
  const source = Object.hasOwn(sources, template) ? sources[template] : undefined;
  // Only what can run out is counted: counting makes all claims of a template wait for each other.
  const isCounted = source?.from === 'list' || source?.max !== undefined;
  if (source && isCounted && !(await context.db.transaction((tx) => reserve(tx, source, request))))
    return null;
  if (source?.from === 'list') return readListed(context.db, claimId, endsAt);
  if (source?.from === 'generator') {
    return { code: codeFrom(source.pattern, `${context.secrets.token}:${template}`, claimId), endsAt };
  }
  // Outside any transaction: the shop may be slow, and may share the database.
  const minted = await withTimeout(
    context.shopHook.mintCoupon({
      claimId,
      template,
      personId,
      ...(endsAt !== null && { validUntil: endsAt }),
    }),
    context.shopTimeoutMs,
  );
  return { code: minted.code, endsAt: minted.endsAt ?? endsAt };
}

/** Promises one code of a template to a claim, once; `false` when there is none left. */
async function reserve(
  tx: Queryable,
  source: CouponSource,
  { claimId, template }: CouponRequest,
): Promise<boolean> {
  // Claims of one template wait for each other here: counting and promising are one step.
  await tx.query(
    'insert into coupon_count (template, issued) values ($1, 0) on conflict (template) do nothing',
    [template],
  );
  const counts = await tx.query<{ issued: number }>(
    'select issued from coupon_count where template = $1 for update',
    [template],
  );
  const known = await tx.query('select 1 from coupon_promise where claim_id = $1', [claimId]);
  if (known.length > 0) return true;
  if ((counts[0]?.issued ?? 0) >= (source.max ?? Number.POSITIVE_INFINITY)) return false;
  if (source.from === 'list' && !(await takeCode(tx, template, claimId))) return false;
  await tx.query('insert into coupon_promise (claim_id, template) values ($1, $2)', [claimId, template]);
  await tx.query('update coupon_count set issued = issued + 1 where template = $1', [template]);
  return true;
}

async function takeCode(tx: Queryable, template: string, claimId: string): Promise<boolean> {
  const rows = await tx.query(
    `update coupon_code set claim_id = $2 where template = $1 and code = (
       select code from coupon_code where template = $1 and claim_id is null order by position limit 1) returning code`,
    [template, claimId],
  );
  return rows.length > 0;
}

async function readListed(db: Queryable, claimId: string, endsAt: number | null): Promise<Coupon | null> {
  const rows = await db.query<{ code: string }>('select code from coupon_code where claim_id = $1', [
    claimId,
  ]);
  return rows[0] ? { code: rows[0].code, endsAt } : null;
}
