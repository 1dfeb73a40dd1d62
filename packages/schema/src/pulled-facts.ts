import * as z from 'zod/mini';
import { money } from './money.ts';

/** What an attribute may hold. */
export const attributeValue = z.union([
  z.string().check(z.maxLength(200)),
  z.number(),
  z.boolean(),
  money,
  z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100)),
]);

export type AttributeValue = z.output<typeof attributeValue>;

/** Attributes that nobody may set: the server and the device say them. */
const reserved = /^(id|known|factsAgeHours|ageHours(\..*)?)$/;

/**
 * Body of `PUT /v1/people/{person}/attributes`: what the shop knows of a person, by name without `customer.`. Names that are
 * left out stay as they are; `null` removes.
 */
export const attributesWish = z.object({
  attributes: z
    .record(
      z.string().check(
        z.regex(/^[A-Za-z][\w-]*(\.[\w-]+)*$/),
        z.maxLength(64),
        z.refine((name) => !reserved.test(name)),
      ),
      z.nullable(attributeValue),
    )
    .check(z.refine((all) => Object.keys(all).length <= 50)),
  /** When they were true, epoch ms: a nightly job says when it counted. Default: now. */
  at: z.optional(z.number().check(z.gte(0))),
});

export type AttributesWish = z.output<typeof attributesWish>;

/** What the shop's backend reads back of a person's attributes: those that were set or counted, each with its time. */
export interface AttributesView {
  readonly attributes: Readonly<Record<string, PulledAttribute>>;
}

/** A value and when it was true, epoch ms of the server. */
export interface PulledAttribute {
  readonly value: AttributeValue;
  readonly at: number;
}

/** What other devices of a person saw of a campaign; times are epoch ms, oldest first, at most 50. */
export interface ShownElsewhere {
  readonly shows: readonly number[];
  readonly count: number;
  readonly dismissed: number;
  readonly completed: number;
  readonly clicked: number;
  readonly dismissedAt?: number | undefined;
}

/** Answer of the action `facts`. */
export interface PulledFacts {
  /** Attributes that the published campaigns ask for, by name without `customer.`; who they are not known of has none. */
  readonly attributes: Readonly<Record<string, PulledAttribute>>;
  /** By id of campaigns with `scope: "person"`. */
  readonly shown: Readonly<Record<string, ShownElsewhere>>;
}
