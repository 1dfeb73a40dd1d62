import type { RefusalReason, Reward } from '@regulars/schema';
import { signToken } from '../auth/tokens.ts';
import type { ServerContext } from '../context.ts';

/** A stored play. */
export interface Play {
  readonly id: string;
  readonly campaign_id: string;
  readonly pool: string;
  readonly version: number;
  readonly person_id: string;
  readonly prize_index: number;
  readonly label: Readonly<Record<string, string>>;
  readonly reward: Reward;
  readonly t: number;
  readonly ends_at: number | null;
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
}

/** At least 20 hours, so that nobody is hurried; a later draw or read gives a new one. */
const CLAIM_TOKEN_MS = 24 * 3_600_000;

/** Signs what turns a play into its prize; none for a blank or after the prize's own end. */
export async function signClaim(
  context: ServerContext,
  play: Play,
  actor: Actor,
): Promise<string | undefined> {
  const now = context.now();
  if (play.reward.type === 'none' || (play.ends_at !== null && play.ends_at <= now)) return undefined;
  return signToken(context, {
    purpose: `campaign:${play.campaign_id}`,
    subject: actor.personId,
    id: play.id,
    expiresAt: Math.min(now + CLAIM_TOKEN_MS, play.ends_at ?? Number.POSITIVE_INFINITY),
  });
}

/** A prize's label in a locale, its base language, the shop's languages, or whatever there is. */
export function labelFor(
  label: Play['label'],
  locale: string | undefined,
  fallbacks: readonly string[],
): string {
  const wanted = [locale, locale?.split('-')[0], ...fallbacks].filter((each) => each !== undefined);
  const found = wanted.find((each) => Object.hasOwn(label, each));
  return (found === undefined ? Object.values(label)[0] : label[found]) ?? '';
}
