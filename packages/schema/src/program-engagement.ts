import * as z from 'zod/mini';
import { type EventName, eventNames } from './event.ts';
import { id, label as text } from './program/label.ts';
import { limit } from './program/limit.ts';
import { reward } from './program/reward.ts';

const days = z.int().check(z.gte(1));
const times = z.int().check(z.gte(1));
const instant = z.string();
const eventName = z.enum(eventNames as [EventName, ...EventName[]]);
/** Where payments for what browsers report end, for all people and for each: it can be invented. */
const bounds = { budget: z.optional(z.strictObject({ total: times, perPerson: limit })) };

const questStep = z.strictObject({
  id,
  label: text,
  /** `order_placed` counts paid orders; everything else is what browsers report. */
  on: eventName,
  times: z.optional(times),
  /** Counts different products or different days instead of events. */
  distinct: z.optional(z.enum(['product', 'day'])),
  where: z.optional(
    z.strictObject({
      category: z.optional(z.string()),
      product: z.optional(z.string()),
      /** Minor units of the program's currency; orders only. */
      minTotal: z.optional(z.int().check(z.gte(0))),
    }),
  ),
});

const quest = z.strictObject({
  id,
  name: text,
  description: z.optional(text),
  /** `listed`: a step counts only after the one before it is done (default `any`). */
  order: z.optional(z.enum(['any', 'listed'])),
  steps: z.array(questStep).check(z.minLength(1), z.maxLength(20)),
  /** Nothing before or after counts: a challenge. */
  from: z.optional(instant),
  to: z.optional(instant),
  /** All steps within so many days of the first act; else it starts anew. */
  withinDays: z.optional(days),
  repeat: z.optional(z.strictObject({ times, pauseDays: z.optional(z.int().check(z.gte(0))) })),
  reward,
  ...bounds,
});

const streak = z.strictObject({
  id,
  name: text,
  on: eventName,
  every: z.optional(z.enum(['day', 'week'])),
  /** `shop` (default), an IANA zone, or `device`: the one that the person's device named last. */
  zone: z.optional(z.string()),
  /** Local time at which a day begins (default `00:00`). */
  dayStart: z.optional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
  /** Missed days (or weeks) in a row that are forgiven. */
  grace: z.optional(z.int().check(z.gte(0), z.lte(7))),
  /** Tokens that bridge a missed day: held at the start, earned every so many days, at most. */
  freeze: z.optional(
    z.strictObject({ start: z.int().check(z.gte(0)), earnEvery: z.optional(times), max: times }),
  ),
  milestones: z.array(z.strictObject({ count: times, reward })).check(z.maxLength(20)),
  ...bounds,
});

const badge = z.strictObject({
  id,
  name: text,
  description: z.optional(text),
  when: z.union([
    z.strictObject({ orders: times }),
    z.strictObject({ spend: z.int().check(z.gte(1)) }),
    z.strictObject({ quest: z.string() }),
    z.strictObject({ streak: z.string(), count: times }),
    z.strictObject({ referrals: times }),
    z.strictObject({ event: eventName, times }),
  ]),
  reward: z.optional(reward),
  ...bounds,
});

const referral = z.strictObject({
  /** For whoever recommends, when the friend's first order is paid and the hold is over. */
  referrer: reward,
  friend: reward,
  /** Smallest first order, minor units. */
  minTotal: z.optional(z.int().check(z.gte(0))),
  /** Days in which the friend must order (default 60). */
  withinDays: z.optional(days),
  /** Days after the order in which it may still be returned (default 0). */
  holdDays: z.optional(z.int().check(z.gte(0))),
  /** Rewarded friends of one person within days (default 10 in 30). */
  velocity: z.optional(limit),
});

const birthday = z.strictObject({
  reward,
  /** Those born on 29 February celebrate in other years on (default `feb28`). */
  leapDay: z.optional(z.enum(['feb28', 'mar1'])),
  /** A date given later than this before the day waits for next year (default 0). */
  noticeDays: z.optional(z.int().check(z.gte(0))),
});

const anniversary = z.strictObject({
  id,
  name: text,
  since: z.enum(['first-order', 'joined']),
  /** `years` is every year on the day; `days` once. */
  after: z.union([z.strictObject({ years: times }), z.strictObject({ days })]),
  reward,
});

const leaderboard = z.strictObject({
  id,
  name: text,
  /** All of them from paid orders. */
  metric: z.enum(['points', 'orders', 'spend']),
  window: z.enum(['all', 'month', 'week']),
  top: z.optional(z.int().check(z.gte(1), z.lte(100))),
});

const earlyAccess = z.strictObject({
  id,
  name: text,
  from: instant,
  /** From then on it is open to everybody. */
  to: instant,
  tiers: z.optional(z.array(z.string())),
  badges: z.optional(z.array(z.string())),
});

/** Keys of `program.json` about quests, streaks, badges and people; each may be left out. */
export const engagementFields = {
  quests: z.optional(z.array(quest)),
  streaks: z.optional(z.array(streak)),
  badges: z.optional(z.array(badge)),
  referral: z.optional(referral),
  birthday: z.optional(birthday),
  anniversaries: z.optional(z.array(anniversary)),
  leaderboards: z.optional(z.array(leaderboard)),
  earlyAccess: z.optional(z.array(earlyAccess)),
  /** Words that no nickname holds, besides the built-in list. */
  bannedNicknames: z.optional(z.array(z.string().check(z.minLength(2)))),
  /** Points that one colleague may give as goodwill: at once, and in a day (default 500 and 2000). */
  goodwill: z.optional(z.strictObject({ max: times, perDay: times })),
};

export type Quest = z.output<typeof quest>;
export type QuestStep = z.output<typeof questStep>;
export type Streak = z.output<typeof streak>;
export type Badge = z.output<typeof badge>;
export type Referral = z.output<typeof referral>;
export type Birthday = z.output<typeof birthday>;
export type Anniversary = z.output<typeof anniversary>;
export type Leaderboard = z.output<typeof leaderboard>;
export type EarlyAccess = z.output<typeof earlyAccess>;
