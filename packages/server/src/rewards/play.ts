import type { RefusalReason, Reward } from '@regulars/schema';
import { signToken } from '../auth/tokens.ts';
import type { ServerContext } from '../context.ts';

/** Something won: a play of a game, or an award. */
export interface Win {
  readonly id: string;
  readonly person_id: string;
  readonly label: Readonly<Record<string, string>>;
  readonly reward: Reward;
  readonly t: number;
  readonly ends_at: number | null;
  /** Campaign of a play; `null`: an award. */
  readonly campaign_id: string | null;
  /** Where the points of a prize come from; `null`: an award, whose points were booked when it was given. */
  readonly pool: string | null;
  readonly voided_at: number | null;
}

/** A stored play. */
export interface Play extends Win {
  readonly campaign_id: string;
  readonly pool: string;
  readonly version: number;
  readonly prize_index: number;
}

/** What an action came to. */
export type Answer<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly reason: RefusalReason };

/** Who acts. */
export interface Actor {
  readonly anonymousId: string;
  /** The person that counts, merged ones resolved. */
  readonly personId: string;
  readonly locale: string | undefined;
  /** ISO 3166 code of the country the request came from; none: unknown. */
  readonly region?: string | undefined;
}

/** Who plays: an actor, or somebody who entered by post. */
export interface Player extends Omit<Actor, 'anonymousId'> {
  /** `null`: without a browser. */
  readonly anonymousId: string | null;
}

/** At least 20 hours, so that nobody is hurried; a later draw or read gives a new one. */
const CLAIM_TOKEN_MS = 24 * 3_600_000;

/** Purpose of claim tokens of awards, which belong to no campaign. */
export const AWARD_PURPOSE = 'award';

/** Signs what turns a win into its prize; none for a blank, a lost play, or after the prize's own end. */
export async function signClaim(context: ServerContext, win: Win, actor: Actor): Promise<string | undefined> {
  const now = context.now();
  const { reward, ends_at, campaign_id, voided_at } = win;
  if (reward.type === 'none' || voided_at !== null || (ends_at !== null && ends_at <= now)) return undefined;
  if (campaign_id === null && reward.type === 'points') return undefined;
  return signToken(context, {
    purpose: campaign_id === null ? AWARD_PURPOSE : `campaign:${campaign_id}`,
    subject: actor.personId,
    id: win.id,
    expiresAt: Math.min(now + CLAIM_TOKEN_MS, ends_at ?? Number.POSITIVE_INFINITY),
  });
}

/** A text in a locale, its base language, the shop's languages, or whatever there is. */
export function labelFor(
  label: Win['label'],
  locale: string | undefined,
  fallbacks: readonly string[],
): string {
  const wanted = [locale, locale?.split('-')[0], ...fallbacks].filter((each) => each !== undefined);
  const found = wanted.find((each) => Object.hasOwn(label, each));
  return (found === undefined ? Object.values(label)[0] : label[found]) ?? '';
}
