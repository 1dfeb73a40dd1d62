import { readMonthDay, readNickname } from '@regulars/core/rules';
import type { Action, ActionResults } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { lockPerson } from '../rewards/ledger/lock-person.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';
import type { Actor, Answer } from '../rewards/play.ts';
import { nameReferrer } from './referral.ts';
import { sendToPerson } from './send-to-person.ts';

type Save = Extract<Action, { type: 'save' }>;
type Saved = Answer<ActionResults['save']>;

const SAVED: Saved = { ok: true, result: { saved: true } };

/** Keeps what a person tells of itself; an empty value forgets it. */
export function save(context: ServerContext, actor: Actor, { what, value }: Save): Promise<Saved> {
  return context.db.transaction(async (tx) => {
    const personId = await lockPerson(tx, actor.personId);
    const request = { personId, value: value.trim() };
    switch (what) {
      case 'nickname':
        return saveNickname(tx, context, request);
      case 'birthday':
        return readMonthDay(request.value) || request.value === ''
          ? saveSetting(tx, context, { ...request, name: 'birthday' })
          : { ok: false, reason: 'bad-request' };
      case 'zone':
        return isZone(request.value) || request.value === ''
          ? saveSetting(tx, context, { ...request, name: 'zone' })
          : { ok: false, reason: 'bad-request' };
      case 'referrer':
        return (await nameReferrer(tx, context, { personId, code: request.value }))
          ? SAVED
          : { ok: false, reason: 'referral-refused' };
      case 'send-to-me':
        return sendToPerson(tx, context, { actor: { ...actor, personId }, winId: request.value });
    }
  });
}

interface SaveRequest {
  readonly personId: string;
  readonly value: string;
}

async function saveNickname(
  tx: Queryable,
  context: ServerContext,
  { personId, value }: SaveRequest,
): Promise<Saved> {
  if (value === '') {
    await tx.query(`delete from nickname where hidden_at is null and person_id in (${PERSONS})`, [personId]);
    return SAVED;
  }
  const read = readNickname(value, context.program.bannedNicknames);
  if ('problem' in read) return { ok: false, reason: 'nickname-refused' };
  const { nickname } = read;
  const folded = nickname.toLowerCase();
  const taken = await tx.query(`select 1 from nickname where folded = $2 and person_id not in (${PERSONS})`, [
    personId,
    folded,
  ]);
  // Whoever staff took off the list does not come back under another name at once.
  const hidden = await tx.query(
    `select 1 from nickname where hidden_at is not null and person_id in (${PERSONS})`,
    [personId],
  );
  if (taken.length > 0 || hidden.length > 0) return { ok: false, reason: 'nickname-refused' };
  await tx.query(`delete from nickname where person_id in (${PERSONS})`, [personId]);
  const made = await tx.query(
    'insert into nickname (person_id, nickname, folded, t) values ($1, $2, $3, $4) on conflict do nothing returning 1',
    [personId, nickname, folded, context.now()],
  );
  return made.length > 0 ? SAVED : { ok: false, reason: 'nickname-refused' };
}

async function saveSetting(
  tx: Queryable,
  context: ServerContext,
  { personId, value, name }: SaveRequest & { readonly name: 'birthday' | 'zone' },
): Promise<Saved> {
  if (value === '') {
    await tx.query(`delete from person_setting where name = $2 and person_id in (${PERSONS})`, [
      personId,
      name,
    ]);
    return SAVED;
  }
  await tx.query(
    `insert into person_setting (person_id, name, value, t) values ($1, $2, $3, $4)
     on conflict (person_id, name) do update set value = excluded.value, t = excluded.t
     where person_setting.value <> excluded.value`,
    [personId, name, value, context.now()],
  );
  return SAVED;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone !== '';
  } catch {
    return false; // The constructor throws for unknown names; there is no other way to ask.
  }
}
