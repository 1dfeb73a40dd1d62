import { judgeReferral, type ReferralVerdict, velocityDays } from '@regulars/core/rules';
import type { Referral } from '@regulars/schema';
import { randomToken, type ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { emit } from '../outbox/emit.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';
import { type ReferralRow, readReferralCase } from './referral-case.ts';
import { rewardOnce } from './reward-once.ts';

const FRIEND = {
  en: 'Welcome gift from a friend',
  bg: 'Подарък от приятел',
  pl: 'Prezent od znajomego',
  ru: 'Подарок от друга',
};
const REFERRER = {
  en: 'Thank you for recommending us',
  bg: 'Благодарим за препоръката',
  pl: 'Dziękujemy za polecenie',
  ru: 'Спасибо за рекомендацию',
};

/** A person's own code, made when it is first asked for. */
export async function readCode(tx: Queryable, context: ServerContext, personId: string): Promise<string> {
  const known = await tx.query<{ code: string }>(
    `select code from referral_code where person_id in (${PERSONS}) order by code limit 1`,
    [personId],
  );
  if (known[0]) return known[0].code;
  for (;;) {
    // Letters and digits that nobody mixes up when reading them out.
    const code = randomToken(context, 12)
      .toUpperCase()
      .replaceAll(/[^A-HJ-NP-Z2-9]/g, '')
      .slice(0, 8);
    if (code.length < 8) continue;
    const made = await tx.query(
      'insert into referral_code (person_id, code) values ($1, $2) on conflict do nothing returning code',
      [personId, code],
    );
    if (made.length > 0) return code;
  }
}

/** Ties a locked person to whoever recommended the shop; the first code counts. Answers whether the code is known. */
export async function nameReferrer(
  tx: Queryable,
  context: ServerContext,
  { personId, code }: { readonly personId: string; readonly code: string },
): Promise<boolean> {
  if (!context.program.referral) return false;
  const rows = await tx.query<{ person_id: string }>('select person_id from referral_code where code = $1', [
    code.trim().toUpperCase(),
  ]);
  const referrer = rows[0]?.person_id;
  if (referrer === undefined) return false;
  const own = await tx.query(`select 1 from person where id = $2 and id in (${PERSONS})`, [
    personId,
    referrer,
  ]);
  if (own.length > 0) return false;
  await tx.query(
    `insert into referral (friend_id, referrer_id, t, state, reasons) values ($1, $2, $3, 'waiting', '[]') on conflict (friend_id) do nothing`,
    [personId, referrer, context.now()],
  );
  return true;
}

/** Judges the recommendation of a locked friend, if one is open. */
export async function settleReferral(tx: Queryable, context: ServerContext, personId: string): Promise<void> {
  const rule = context.program.referral;
  if (!rule) return;
  const rows = await tx.query<ReferralRow>(
    `select * from referral where state = 'waiting' and friend_id in (${PERSONS}) order by t limit 1 for update`,
    [personId],
  );
  const row = rows[0];
  if (!row) return;
  // Friends of one referrer are counted one after the other, or the speed limit could be outrun.
  await tx.query('select 1 from referral_code where person_id = $1 for update', [row.referrer_id]);
  const one = await readReferralCase(tx, { row, personId, days: velocityDays(rule), now: context.now() });
  const verdict = judgeReferral(one.case, rule, context.now());
  await decide(tx, context, { row, verdict, orderId: one.orderId, rule });
}

async function decide(
  tx: Queryable,
  context: ServerContext,
  judged: {
    readonly row: ReferralRow;
    readonly verdict: ReferralVerdict;
    readonly orderId: string | null;
    readonly rule: Referral;
  },
): Promise<void> {
  const { row, verdict, orderId } = judged;
  const state = { pay: 'rewarded', wait: 'waiting', review: 'review', refuse: 'refused' }[verdict.verdict];
  await tx.query(
    'update referral set state = $2, reasons = $3, order_id = $4, decided_at = $5 where friend_id = $1',
    [
      row.friend_id,
      state,
      JSON.stringify(verdict.reasons),
      orderId,
      state === 'waiting' ? null : Math.round(context.now()),
    ],
  );
  if (verdict.verdict === 'pay') await payReferral(tx, context, { row, rule: judged.rule });
}

/** Decides on a recommendation that waits for a colleague; answers `false` when none does. */
export async function reviewReferral(
  tx: Queryable,
  context: ServerContext,
  { friendId, approved }: { readonly friendId: string; readonly approved: boolean },
): Promise<boolean> {
  const rows = await tx.query<ReferralRow>(
    `update referral set state = $2, decided_at = $3 where friend_id = $1 and state = 'review' returning *`,
    [friendId, approved ? 'rewarded' : 'refused', Math.round(context.now())],
  );
  const rule = context.program.referral;
  if (rows[0] && approved && rule) await payReferral(tx, context, { row: rows[0], rule });
  return rows.length > 0;
}

async function payReferral(
  tx: Queryable,
  context: ServerContext,
  { row, rule }: { readonly row: ReferralRow; readonly rule: Referral },
): Promise<void> {
  const t = context.now();
  const both = { source: 'referral', id: 'referral', nth: row.friend_id, t, untrusted: false } as const;
  await rewardOnce(tx, context, { ...both, personId: row.friend_id, reward: rule.friend, label: FRIEND });
  await rewardOnce(tx, context, {
    ...both,
    personId: row.referrer_id,
    reward: rule.referrer,
    label: REFERRER,
  });
  const key = row.friend_id;
  const content = { friendId: row.friend_id };
  await emit(tx, context, { type: 'referral_rewarded', key, personId: row.referrer_id, t, content });
}
