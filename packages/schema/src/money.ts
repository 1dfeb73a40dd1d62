import * as z from 'zod/mini';

/** Money in minor units of an ISO 4217 currency: `{ "value": 2000, "currency": "EUR" }` is 20.00 EUR. */
export interface Money {
  /** Whole number of minor units. */
  readonly value: number;
  /** ISO 4217 code, upper case. */
  readonly currency: string;
}

export const money: z.ZodMiniType<Money> = z
  .strictObject({
    value: z.int(),
    currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  })
  .register(z.globalRegistry, {
    title: 'Money',
    description: 'An amount in minor units of a currency: { "value": 2000, "currency": "EUR" } is 20.00 EUR.',
    examples: [{ value: 2000, currency: 'EUR' }],
  });
