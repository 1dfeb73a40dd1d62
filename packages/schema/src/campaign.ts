import * as z from 'zod/mini';
import { condition } from './condition.ts';
import { content } from './rich-text.ts';
import { widget } from './widgets/widget.ts';

const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));

/** So many shows in so many days back from now, or in the calendar day, week or month of the document's zone. */
export const cap = z.union([
  z.strictObject({ max: z.int().check(z.gte(0)), days: z.number().check(z.gt(0)) }),
  z.strictObject({ max: z.int().check(z.gte(0)), per: z.enum(['day', 'week', 'month']) }),
]);
const ms = z.int().check(z.gte(0), z.lte(86_400_000));

/** When a campaign wants to open. */
export const trigger = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('page'), path: z.optional(z.string()), pageType: z.optional(z.string()) }),
  z.strictObject({ on: z.literal('event'), event: z.string() }),
  z.strictObject({ on: z.literal('click'), selector: z.string() }),
  z.strictObject({ on: z.literal('delay'), ms }),
  /** An element appears, now or later. */
  z.strictObject({ on: z.literal('selector'), selector: z.string() }),
  /** Time in which the page was visible and used. */
  z.strictObject({ on: z.literal('engaged'), ms }),
  z.strictObject({ on: z.literal('scroll'), share: z.number().check(z.gt(0), z.lte(1)) }),
  /** The pointer leaves through the top; with `touch` also a quick scroll back up. */
  z.strictObject({
    on: z.literal('exitIntent'),
    minMs: z.optional(ms),
    touch: z.optional(z.boolean()),
  }),
  z.strictObject({ on: z.literal('idle'), ms }),
  /** Back in this tab after a time away. */
  z.strictObject({ on: z.literal('return'), minAwayMs: z.optional(ms) }),
  /** A search that found nothing. */
  z.strictObject({ on: z.literal('noResults') }),
]);

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const hour = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const schedule = z.strictObject({
  /** Local date-time in `zone` (`2026-03-20T00:00`) or an instant with offset. */
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  zone: z.optional(z.string()),
});

/** A period, and within it days of the week and hours of the day. */
export const campaignSchedule = z.strictObject({
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  zone: z.optional(z.string()),
  /** Days of the week, in `zone`. */
  days: z.optional(z.array(z.enum(weekdays)).check(z.minLength(1))),
  /** Hours of the day, in `zone`: from included, to excluded; over midnight when `to` is earlier. */
  hours: z.optional(z.strictObject({ from: hour, to: hour })),
});

export const frequency = z.strictObject({
  maxShows: z.optional(z.int().check(z.gte(1))),
  cap: z.optional(cap),
  maxDismissals: z.optional(z.int().check(z.gte(1))),
  /** Days of rest after a dismissal. */
  restDays: z.optional(z.number().check(z.gt(0))),
  stopOn: z.optional(z.array(z.enum(['completed', 'clicked', 'dismissed']))),
  /** A higher `version` of the campaign forgets what was counted. */
  resetOnVersion: z.optional(z.boolean()),
  scope: z.optional(z.enum(['person', 'device'])),
});

export const placement = z.union([
  z.strictObject({ slot: z.string().check(z.minLength(1)) }),
  z.strictObject({ overlay: z.enum(['tour', 'modal', 'bar', 'card']) }),
]);

export const experiment = z.strictObject({
  seed: z.string(),
  unit: z.optional(z.enum(['anonymousId', 'personId'])),
  coverage: z.optional(z.number().check(z.gte(0), z.lte(1))),
  /** How the seed is hashed; 2 is the only one there is. */
  hashVersion: z.optional(z.literal(2)),
  /** Raised: everybody is assigned anew, and keeps that. */
  version: z.optional(z.int().check(z.gte(0))),
  /** Who was assigned under an older version leaves the experiment. */
  minVersion: z.optional(z.int().check(z.gte(0))),
  /** Experiments of one group share no visitor: each takes its own range of 0 to 1. */
  group: z.optional(
    z.strictObject({
      id: z.string().check(z.minLength(1)),
      from: z.number().check(z.gte(0), z.lte(1)),
      to: z.number().check(z.gte(0), z.lte(1)),
    }),
  ),
  variants: z
    .array(z.strictObject({ id, weight: z.number().check(z.gte(0), z.lte(1)), widget: z.optional(widget) }))
    .check(z.minLength(2)),
});

export const goal = z.strictObject({ event: z.string(), withinHours: z.number().check(z.gt(0)) });

export const campaign = z.strictObject({
  id,
  name: z.optional(z.string()),
  /** Number of the idea, for `frequency.resetOnVersion`. */
  version: z.optional(z.int().check(z.gte(0))),
  status: z.enum(['draft', 'scheduled', 'live', 'paused', 'ended']),
  /** Higher wins (default 0). */
  priority: z.optional(z.int()),
  tags: z.optional(z.array(z.string())),
  /** Purpose the visitor must have granted; `necessary` shows non-personal content to everybody. */
  purpose: z.optional(z.enum(['necessary', 'functional', 'analytics', 'personalization', 'marketing'])),
  audience: z.optional(condition),
  trigger: z.union([trigger, z.array(trigger).check(z.minLength(1))]),
  /** Events after which it no longer opens on this page view. */
  cancelOn: z.optional(z.array(z.string()).check(z.minLength(1))),
  schedule: z.optional(campaignSchedule),
  frequency: z.optional(frequency),
  placement,
  widget,
  content,
  experiment: z.optional(experiment),
  goal: z.optional(goal),
  holdout: z.optional(z.number().check(z.gte(0), z.lte(0.5))),
  /** For colleagues; never published. */
  notes: z.optional(z.string()),
});

export type Campaign = z.output<typeof campaign>;
export type Trigger = z.output<typeof trigger>;
export type Schedule = z.output<typeof campaignSchedule>;
export type Frequency = z.output<typeof frequency>;
export type Placement = z.output<typeof placement>;
export type Experiment = z.output<typeof experiment>;
