import * as z from 'zod/mini';
import { type Money, money } from './money.ts';

/** Closed list of comparison operators; nothing is coerced, a missing attribute is *unknown*. */
export const operators = [
  'eq',
  'ne',
  'in',
  'notIn',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'exists',
  'startsWith',
  'endsWith',
  'contains',
  'glob',
  'before',
  'after',
  'withinLast',
  'hasAny',
  'hasAll',
] as const;

export type Operator = (typeof operators)[number];
export type Scalar = string | number | boolean | Money;

/** One node of an audience; a closed object tree, depth at most 8, at most 200 nodes. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly use: string }
  | { readonly attr: string; readonly op: Operator; readonly value?: Scalar | readonly Scalar[] | undefined }
  | {
      readonly did: string;
      readonly count?:
        | {
            readonly eq?: number | undefined;
            readonly gte?: number | undefined;
            readonly lte?: number | undefined;
          }
        | undefined;
      readonly withinDays?: number | undefined;
      /** Only with products of one category, of one brand, or with one product. */
      readonly where?: Where | undefined;
    };

/** What a behaviour was about: exactly one of the three. */
export interface Where {
  readonly category?: string | undefined;
  readonly brand?: string | undefined;
  readonly product?: string | undefined;
}

const scalar = z.union([z.string().check(z.maxLength(10000)), z.number(), z.boolean(), money]);

export const condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).check(z.minLength(1)) }),
    z.strictObject({ any: z.array(condition).check(z.minLength(1)) }),
    z.strictObject({ not: condition }),
    z.strictObject({ use: z.string() }),
    z.strictObject({
      attr: z.string().check(z.minLength(1)),
      op: z.enum(operators),
      value: z.optional(z.union([scalar, z.array(scalar)])),
    }),
    z.strictObject({
      did: z.string().check(z.minLength(1)),
      count: z.optional(
        z.strictObject({ eq: z.optional(z.int()), gte: z.optional(z.int()), lte: z.optional(z.int()) }),
      ),
      withinDays: z.optional(z.number()),
      where: z.optional(
        z.strictObject({
          category: z.optional(z.string()),
          brand: z.optional(z.string()),
          product: z.optional(z.string()),
        }),
      ),
    }),
  ]),
);
