import * as z from 'zod/mini';

/** Days, fractions allowed. */
export const days = z.number().check(z.gt(0), z.lte(36_500));

/** At most so often within so many days. */
export const limit = z.strictObject({ max: z.int().check(z.gte(1)), days });

/** Whole points of one payment. */
export const points = z.int().check(z.gte(1), z.lte(100_000_000));

/** Minor units of the programme's currency. */
export const minorUnits = z.int().check(z.gte(1), z.lte(1_000_000_000));

export type Limit = z.output<typeof limit>;
