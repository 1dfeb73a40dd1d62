import * as z from 'zod/mini';

const key = z.string().check(z.minLength(1));

/** Groups of rows that features contribute. */
export const launcherGroups = ['tours', 'prizes', 'links', 'support', 'tips'] as const;

/** A help button that opens a small list: tours to replay, prizes to collect, links, the support code, tips on or off. */
export const launcherWidget = z.strictObject({
  type: z.literal('launcher'),
  props: z.strictObject({
    /** Corner of the page, in reading direction (default `end`). */
    corner: z.optional(z.enum(['start', 'end'])),
    /** Groups to show, in this order (default: all that have something to show). */
    groups: z.optional(z.array(z.enum(launcherGroups)).check(z.minLength(1))),
    /** The shop's own help pages; labels are keys into the campaign's content. */
    links: z.optional(
      z
        .array(z.strictObject({ label: key, url: z.string().check(z.minLength(1), z.maxLength(2000)) }))
        .check(z.maxLength(6)),
    ),
  }),
});

export type LauncherWidget = z.output<typeof launcherWidget>;
export type LauncherGroup = (typeof launcherGroups)[number];
