import type { Queryable } from '../db/database.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';

const DAY_MS = 86_400_000;

/** Where payments of a rule end. */
export interface Budget {
  /** Payouts over all people together. */
  readonly total: number;
  readonly perPerson: { readonly max: number; readonly days: number };
}

/** A payout that a browser's word brought about. */
export interface Payout {
  /** Room and id, `quest:explorer`. */
  readonly rule: string;
  readonly personId: string;
  /** What is paid for, once. */
  readonly cause: string;
  readonly budget: Budget;
  /** Epoch ms. */
  readonly t: number;
}

/**
 * Takes one payout from the budgets of a rule; answers `false` when nothing is left, for all or for this person. The person
 * is locked by the caller, the rule's count by its own row.
 */
export async function takeBudget(tx: Queryable, payout: Payout): Promise<boolean> {
  const { rule, personId, cause, budget, t } = payout;
  const { total, perPerson } = budget;
  const rows = await tx.query<{ count: number }>(
    `select count(*)::int as count from person_payout where rule = $2 and t > $3 and person_id in (${PERSONS})`,
    [personId, rule, Math.round(t - perPerson.days * DAY_MS)],
  );
  if ((rows[0]?.count ?? 0) >= perPerson.max) return false;
  const known = await tx.query('select 1 from person_payout where rule = $1 and event_id = $2', [
    rule,
    cause,
  ]);
  if (known.length > 0) return false;
  await tx.query('insert into payout (rule, paid) values ($1, 0) on conflict (rule) do nothing', [rule]);
  const taken = await tx.query(
    'update payout set paid = paid + 1 where rule = $1 and paid < $2 returning paid',
    [rule, total],
  );
  if (taken.length === 0) return false;
  await tx.query(
    'insert into person_payout (rule, person_id, event_id, t) values ($1, $2, $3, $4) on conflict do nothing',
    [rule, personId, cause, Math.round(t)],
  );
  return true;
}
