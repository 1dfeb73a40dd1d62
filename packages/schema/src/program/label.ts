import * as z from 'zod/mini';

/** Lasting name in ledger and reports. */
export const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));

/** Short text by locale, shown as it stands. */
export const label = z.record(z.string(), z.string().check(z.minLength(1), z.maxLength(500)));

export type Label = z.output<typeof label>;
