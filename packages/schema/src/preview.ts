import * as z from 'zod/mini';

/** Visitors that a preview can play: whoever the campaign is for, on a first visit, returning, or with orders. */
export const personas = ['fits', 'new', 'returning', 'customer'] as const;

const purpose = z.enum(['necessary', 'functional', 'analytics', 'personalization', 'marketing']);
const fact = z.union([z.string().check(z.maxLength(200)), z.number(), z.boolean()]);

/** What a preview plays: one campaign for one visitor at one moment. */
export const previewPlan = z.object({
  campaignId: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Draft that is played; absent: the published revision. */
  draft: z.optional(z.int().check(z.gte(1))),
  persona: z.enum(personas),
  /** Attributes by dotted name that win over the persona's. */
  facts: z.optional(z.record(z.string().check(z.maxLength(80)), fact)),
  /** How often events happened, in all; wins over the persona's. */
  counts: z.optional(z.record(z.string().check(z.maxLength(40)), z.int().check(z.gte(0)))),
  /** Epoch ms at which the first page opens; absent: now. */
  at: z.optional(z.number().check(z.gte(0), z.lte(4e12))),
  /** BCP 47 locale of the texts; absent: the page's. */
  locale: z.optional(z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))),
  /** Purposes granted; `null`: not asked yet. */
  consent: z.nullable(z.array(purpose)),
  /** Id of the variant; `holdout`: held out. Absent: as dealt. */
  variant: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  /** How a draw ends: the number of the prize from 0, no prize, already played, or a server away. Absent: the first prize. */
  outcome: z.optional(z.union([z.int().check(z.gte(0)), z.enum(['lost', 'already-played', 'unavailable'])])),
});

export type Persona = (typeof personas)[number];
export type PreviewPlan = z.output<typeof previewPlan>;

/** What a valid link brings to the page. */
export interface Preview {
  readonly plan: PreviewPlan;
  /** Name of the campaign. */
  readonly name: string;
  /** Public part of the document with the campaign as if it were live, as `compileDocument` made it. */
  readonly document: object;
}
