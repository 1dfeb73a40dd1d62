import { parseInstant } from '@regulars/core/rules';
import type { EarlyAccess, EntitlementView } from '@regulars/schema';
import { SignJWT } from 'jose';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { type Actor, labelFor } from '../rewards/play.ts';
import { noteTier } from '../rewards/tiers.ts';
import { readBadges } from './badges.ts';

const TOKEN_MS = 15 * 60_000;

/** A door of the programme that is open for a person now. */
export interface OpenDoor extends EarlyAccess {
  /** From then on it is open to everybody, epoch ms. */
  readonly endsAt: number;
}

/** Doors that are open for a locked person now. */
export async function readOpenDoors(
  tx: Queryable,
  context: ServerContext,
  personId: string,
): Promise<readonly OpenDoor[]> {
  const { program } = context;
  const now = context.now();
  const badges = await readBadges(tx, personId);
  const tier = program.tiers ? await noteTier(tx, context, personId, { reward: true }) : null;
  return (program.earlyAccess ?? []).flatMap((each) => {
    const from = parseInstant(each.from, program.zone) ?? Number.POSITIVE_INFINITY;
    const endsAt = parseInstant(each.to, program.zone) ?? 0;
    const isNamed =
      (tier !== null && each.tiers?.includes(tier)) || each.badges?.some((badge) => badges.has(badge));
    return now >= from && now < endsAt && isNamed ? [{ ...each, endsAt }] : [];
  });
}

/**
 * Doors that are open for a person now, each with a token for the shop's server: a JWT (HS256, the webhook secret, which both
 * know) whose audience is `early-access:<id>` and whose subject is the person. A fresh read gives a fresh token.
 */
export async function readEntitlements(
  tx: Queryable,
  context: ServerContext,
  actor: Actor,
): Promise<readonly EntitlementView[]> {
  const now = context.now();
  const open = await readOpenDoors(tx, context, actor.personId);
  return Promise.all(
    open.map(async ({ id, name, endsAt }) => ({
      id,
      name: labelFor(name, actor.locale, context.campaigns.fallbackLocales),
      endsAt,
      token: await new SignJWT({})
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setSubject(actor.personId)
        .setAudience(`early-access:${id}`)
        .setIssuedAt(Math.floor(now / 1000))
        .setExpirationTime(Math.floor(Math.min(now + TOKEN_MS, endsAt) / 1000))
        .sign(new TextEncoder().encode(context.secrets.webhook)),
    })),
  );
}
