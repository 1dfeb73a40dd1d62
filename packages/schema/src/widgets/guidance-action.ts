import * as z from 'zod/mini';

/** What buttons of every guide can do; a tour's steps can do more. */
export const guidanceActions = [
  z.strictObject({ type: z.literal('open'), url: z.string().check(z.minLength(1), z.maxLength(2000)) }),
  z.strictObject({ type: z.literal('start'), campaign: z.string().check(z.minLength(1), z.maxLength(64)) }),
  z.strictObject({ type: z.literal('dismiss') }),
] as const;

/**
 * What a button of guidance does. `url` is an address, or the key of one in the campaign's content where languages have
 * pages of their own; it is opened only with the schemes http, https, mailto and tel.
 */
export const guidanceAction = z.discriminatedUnion('type', guidanceActions);

export type GuidanceAction = z.output<typeof guidanceAction>;
