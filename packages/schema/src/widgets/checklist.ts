import * as z from 'zod/mini';
import { guidanceAction } from './guidance-action.ts';

const key = z.string().check(z.minLength(1));

/** Missions of a newcomer with their progress, and a reward at the end when the programme has one. */
export const checklistWidget = z.strictObject({
  type: z.literal('checklist'),
  props: z.strictObject({
    /** In the order to show. */
    missions: z
      .array(
        z.strictObject({
          /** Stable name: what was done is remembered by it. */
          id: z.string().check(z.minLength(1), z.maxLength(64)),
          /** Keys into the campaign's content. */
          title: key,
          body: z.optional(key),
          /** Journey event that counts. */
          event: key,
          /** How often it must happen (default 1). */
          count: z.optional(z.int().check(z.gte(1), z.lte(100))),
          /** Where its button leads. */
          action: z.optional(guidanceAction),
        }),
      )
      .check(z.minLength(1), z.maxLength(12)),
    /** Pool of the programme whose prize is given when every mission is done; none: no reward. */
    draw: z.optional(z.string()),
    /** Begins folded (default `false`); what the visitor chose is remembered. */
    folded: z.optional(z.boolean()),
    /** Rises when the missions change so much that what was done no longer counts (default 1). */
    version: z.optional(z.int().check(z.gte(1))),
  }),
});

export type ChecklistWidget = z.output<typeof checklistWidget>;
export type Mission = ChecklistWidget['props']['missions'][number];
