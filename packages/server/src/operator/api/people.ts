import { freeEntryWish, goodwillGift, pointsAdjustment, revocation } from '@regulars/schema';
import type { Caller } from '../../admin/caller.ts';
import { adjustPoints, giveGoodwill } from '../../admin/change-points.ts';
import { recordEntry } from '../../admin/record-entry.ts';
import type { revokeMovement, revokePrize } from '../../admin/revoke.ts';
import type { ServerContext } from '../../context.ts';
import { reviewReferral } from '../../engage/referral.ts';
import type { AppContext } from '../../http/environment.ts';
import { erasePerson } from '../../people/erase-person.ts';
import { exportPerson } from '../../people/export-person.ts';
import { findPerson } from '../../people/find-person.ts';
import { PERSONS } from '../../rewards/ledger/persons.ts';
import { writeAudit } from '../audit.ts';
import { messages } from '../messages.ts';
import { cameFrom } from '../refuse-operator.ts';
import { answerChange, readChange, refuseChange } from './respond.ts';

const TEXT = messages.people;
const callerOf = (c: AppContext): Caller => c.get('operator');
const refused = (c: AppContext, context: ServerContext, reason: string): Response | Promise<Response> =>
  refuseChange(c, context, TEXT.refused[reason] ?? TEXT.wrong, reason === 'not-found' ? 404 : 409);

const personOf = (c: AppContext, context: ServerContext): Promise<string | null> =>
  findPerson(context.db, c.req.param('id') ?? '');

/** `POST /operator/api/people/{id}/goodwill` and `…/points` `{ id, points, reason }`. */
export async function changePoints(
  c: AppContext,
  context: ServerContext,
  kind: 'goodwill' | 'points',
): Promise<Response> {
  const change = await readChange(c);
  const personId = await personOf(c, context);
  if (personId === null) return refused(c, context, 'not-found');
  const schema = kind === 'goodwill' ? goodwillGift : pointsAdjustment;
  const field = (name: string): string => change?.field(name) ?? '';
  const wish = schema.safeParse({
    id: field('id'),
    points: Number(field('points')),
    reason: field('reason'),
  });
  if (!change || !wish.success) return refuseChange(c, context, TEXT.wrong);
  const act = kind === 'goodwill' ? giveGoodwill : adjustPoints;
  const answer = await act(context, { personId, caller: callerOf(c), wish: wish.data });
  if (!answer.ok) return refused(c, context, answer.reason);
  context.live.publish('play');
  const { points, changed } = answer;
  return answerChange(c, context, change, { result: { points, changed }, back: `people/${personId}` });
}

/** `POST /operator/api/people/{id}/entry` `{ id, campaignId, reason, region?, ageConfirmed? }`: see `recordEntry`. */
export async function enterFree(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  const personId = await personOf(c, context);
  if (personId === null) return refused(c, context, 'not-found');
  const field = (name: string): string => change?.field(name) ?? '';
  const wish = freeEntryWish.safeParse({
    id: field('id'),
    campaignId: field('campaignId'),
    reason: field('reason'),
    ...(field('region') !== '' && { region: field('region').toUpperCase() }),
    ...(field('ageConfirmed') !== '' && { ageConfirmed: true }),
  });
  if (!change || !wish.success) return refuseChange(c, context, TEXT.entryWrong);
  const answer = await recordEntry(context, { person: personId, caller: callerOf(c), wish: wish.data });
  if (!answer.ok) return refuseChange(c, context, TEXT.entryRefused, 409);
  context.live.publish('play');
  return answerChange(c, context, change, { result: answer.result, back: `people/${personId}` });
}

/** `POST /operator/api/movements/{id}/revoke` and `…/prizes/{id}/revoke` `{ reason }`. */
export async function revoke(
  c: AppContext,
  context: ServerContext,
  act: typeof revokeMovement | typeof revokePrize,
): Promise<Response> {
  const change = await readChange(c);
  const wish = revocation.safeParse({ reason: change?.field('reason') });
  if (!change || !wish.success) return refuseChange(c, context, TEXT.wrong);
  const id = c.req.param('id') ?? '';
  const answer = await act(context, { id, reason: wish.data.reason, caller: callerOf(c) });
  if (!answer.ok) return refused(c, context, answer.reason);
  context.live.publish('play');
  return answerChange(c, context, change, {
    result: { taken: answer.taken },
    back: cameFrom(c, context.basePath) || 'people',
  });
}

/** `POST /operator/api/people/{id}/nickname`: takes a nickname off the public lists. */
export async function hideNickname(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  const personId = await personOf(c, context);
  if (!change || personId === null) return refused(c, context, 'not-found');
  await context.db.transaction(async (tx) => {
    const now = context.now();
    const hidden = await tx.query(
      `update nickname set hidden_at = $2 where hidden_at is null and person_id in (${PERSONS}) returning 1`,
      [personId, now],
    );
    if (hidden.length === 0) return;
    await writeAudit(tx, c.get('operator'), now, { action: 'nickname-hidden', target: personId });
  });
  return answerChange(c, context, change, { result: {}, back: `people/${personId}` });
}

/** `POST /operator/api/people/{id}/referral` `{ approved }`: decides on a recommendation that waits for a colleague. */
export async function decideReferral(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  const personId = await personOf(c, context);
  if (!change || personId === null) return refused(c, context, 'not-found');
  const approved = change.field('approved') === 'true';
  const done = await context.db.transaction(async (tx) => {
    const rows = await tx.query<{ friend_id: string }>(
      `select friend_id from referral where state = 'review' and friend_id in (${PERSONS})`,
      [personId],
    );
    const friendId = rows[0]?.friend_id;
    if (friendId === undefined || !(await reviewReferral(tx, context, { friendId, approved }))) return false;
    const action = approved ? 'referral-approved' : 'referral-refused';
    await writeAudit(tx, c.get('operator'), context.now(), { action, target: personId });
    return true;
  });
  if (!done) return refused(c, context, 'not-found');
  return answerChange(c, context, change, { result: { approved }, back: `people/${personId}` });
}

/** `GET /operator/api/people/{id}/export`: everything the server holds of a person. */
export async function sendExport(c: AppContext, context: ServerContext): Promise<Response> {
  const personId = await personOf(c, context);
  if (personId === null) return refused(c, context, 'not-found');
  const document = await exportPerson(context.db, personId);
  await writeAudit(context.db, c.get('operator'), context.now(), {
    action: 'person-exported',
    target: personId,
  });
  c.header('Content-Disposition', 'attachment; filename="person.json"');
  return c.json(document);
}

/** `POST /operator/api/people/{id}/erase`: see `erasePerson`. */
export async function removePerson(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  const personId = await personOf(c, context);
  if (!change || personId === null) return refused(c, context, 'not-found');
  await context.db.transaction(async (tx) => {
    await erasePerson(tx, personId, context.now());
    // The log says that somebody was erased, not who.
    await writeAudit(tx, c.get('operator'), context.now(), { action: 'person-erased' });
  });
  context.live.publish('batch');
  return answerChange(c, context, change, { result: { erased: true }, back: 'people' });
}
