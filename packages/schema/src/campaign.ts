import * as z from 'zod/mini';
import { condition } from './condition.ts';
import { content } from './rich-text.ts';
import { widget } from './widgets/widget.ts';

const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));
const cap = z.strictObject({ max: z.int().check(z.gte(0)), days: z.number().check(z.gt(0)) });

/** When a campaign wants to open. */
export const trigger = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('page'), path: z.optional(z.string()), pageType: z.optional(z.string()) }),
  z.strictObject({ on: z.literal('event'), event: z.string() }),
  z.strictObject({ on: z.literal('click'), selector: z.string() }),
  z.strictObject({ on: z.literal('delay'), ms: z.int().check(z.gte(0)) }),
]);

export const schedule = z.strictObject({
  /** Local date-time in `zone` (`2026-03-20T00:00`) or an instant with offset. */
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  zone: z.optional(z.string()),
});

export const frequency = z.strictObject({
  maxShows: z.optional(z.int().check(z.gte(1))),
  cap: z.optional(cap),
  maxDismissals: z.optional(z.int().check(z.gte(1))),
  stopOn: z.optional(z.array(z.enum(['completed', 'clicked', 'dismissed']))),
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
  variants: z
    .array(z.strictObject({ id, weight: z.number().check(z.gte(0), z.lte(1)), widget: z.optional(widget) }))
    .check(z.minLength(2)),
});

export const goal = z.strictObject({ event: z.string(), withinHours: z.number().check(z.gt(0)) });

export const campaign = z.strictObject({
  id,
  name: z.optional(z.string()),
  status: z.enum(['draft', 'scheduled', 'live', 'paused', 'ended']),
  /** Higher wins (default 0). */
  priority: z.optional(z.int()),
  tags: z.optional(z.array(z.string())),
  /** Purpose the visitor must have granted; `necessary` shows non-personal content to everybody. */
  purpose: z.optional(z.enum(['necessary', 'functional', 'analytics', 'personalization', 'marketing'])),
  audience: z.optional(condition),
  trigger: z.union([trigger, z.array(trigger).check(z.minLength(1))]),
  schedule: z.optional(schedule),
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
export type Schedule = z.output<typeof schedule>;
export type Frequency = z.output<typeof frequency>;
export type Placement = z.output<typeof placement>;
export type Experiment = z.output<typeof experiment>;
