import * as z from 'zod/mini';
import type { Product } from './product.ts';
import { strategies } from './widgets/carousel.ts';

const reason = z.string().check(z.minLength(3), z.maxLength(500));
/** Made by the caller once per wish; a repeat changes nothing. */
const id = z.string().check(z.regex(/^[\w-]{8,100}$/));

/** Body of `POST /v1/people/{person}/points`: a correction by staff, either way. */
export const pointsAdjustment = z.object({
  id,
  points: z.int().check(
    z.gte(-1_000_000),
    z.lte(1_000_000),
    z.refine((points) => points !== 0),
  ),
  reason,
});

/** Body of `POST /v1/people/{person}/goodwill`: points as an apology or a thank-you, within the programme's limits. */
export const goodwillGift = z.object({ id, points: z.int().check(z.gte(1), z.lte(1_000_000)), reason });

/** Body of `POST /v1/movements/{id}/revoke` and `POST /v1/prizes/{id}/revoke`. */
export const revocation = z.object({ reason });

/** Body of `POST /v1/people/{person}/entries`: an entry by post or e-mail, which staff records; it plays at once. */
export const freeEntryWish = z.object({
  id,
  campaignId: z.string().check(z.minLength(1), z.maxLength(100)),
  /** ISO 3166 code of the country it came from, where the pool asks for one. */
  region: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  /** The entrant said to be old enough. */
  ageConfirmed: z.optional(z.literal(true)),
  /** How and when it came; stands in the audit log. */
  reason,
});

/** Body of `POST /v1/people/{person}/feed`: a list for a mail, ranked from what the shop's server has of the person. */
export const feedWish = z.object({
  /** Default `for-you`. */
  strategy: z.optional(z.enum(strategies)),
  /** Products at most (default 4). */
  max: z.optional(z.int().check(z.gte(1), z.lte(12))),
  /** Days for which links and pictures hold (default 30). */
  days: z.optional(z.int().check(z.gte(1), z.lte(90))),
});

/** One product of such a list. */
export interface FeedItem {
  readonly product: Product;
  /** Part of the chain that gave it. */
  readonly source: string;
  /** Product that led to it. */
  readonly because?: string | undefined;
  /** Signed addresses under the server's: they answer with a redirect to the picture and to the product's page as they are then. */
  readonly image: string;
  readonly link: string;
}

/** Answer of `POST /v1/people/{person}/feed`. */
export interface Feed {
  readonly strategy: string;
  readonly indexVersion: string;
  /** Made from what the person did; `false`: best sellers. */
  readonly personal: boolean;
  readonly items: readonly FeedItem[];
  /** Epoch ms at which the addresses end. */
  readonly expiresAt: number;
}

export type FeedWish = z.output<typeof feedWish>;
export type FreeEntryWish = z.output<typeof freeEntryWish>;
export type PointsAdjustment = z.output<typeof pointsAdjustment>;
export type GoodwillGift = z.output<typeof goodwillGift>;
export type Revocation = z.output<typeof revocation>;

/** What staff and the shop's server see of a person. */
export const personSummary = z.object({
  personId: z.string(),
  customerId: z.nullable(z.string()),
  /** Epoch ms. */
  since: z.number(),
  visitors: z.int(),
  orders: z.int(),
  points: z.int(),
  pending: z.int(),
  tier: z.nullable(z.string()),
  badges: z.array(z.string()),
  /** Early-access doors of the programme that are open for this person now. */
  entitlements: z.array(z.string()),
});

export type PersonSummary = z.output<typeof personSummary>;

const money = z.object({ value: z.int().check(z.gte(0)), currency: z.string().check(z.regex(/^[A-Z]{3}$/)) });
const short = z.string().check(z.minLength(1), z.maxLength(200));

/** Body of `POST /v1/orders`, as a schema for documents; the server reads it by hand and drops what it does not know. */
export const orderWebhook = z.object({
  orderId: short,
  status: z.enum(['open', 'paid', 'shipped', 'delivered', 'partially-returned', 'returned', 'cancelled']),
  total: money,
  items: z
    .array(
      z.object({
        productId: short,
        category: z.optional(short),
        quantity: z.number().check(z.gt(0)),
        price: money,
        returned: z.optional(z.number().check(z.gte(0))),
      }),
    )
    .check(z.maxLength(1000)),
  refunded: z.optional(money),
  customerId: z.optional(short),
  visitorRef: z.optional(z.string().check(z.maxLength(4000))),
  coupon: z.optional(short),
  /** The shop's own marks of card and address, equal for equal ones. */
  payment: z.optional(z.string().check(z.maxLength(500))),
  address: z.optional(z.string().check(z.maxLength(500))),
  /** Epoch ms, or ISO 8601. */
  placedAt: z.union([z.number(), z.string()]),
});

/** Body of `POST /v1/spend`. */
export const spendRequest = z.object({
  orderId: short,
  /** Either points … */
  points: z.optional(z.int().check(z.gte(1))),
  /** … or cashback, in the program's currency. */
  credit: z.optional(money),
  total: money,
  customerId: z.optional(short),
  visitorRef: z.optional(z.string().check(z.maxLength(4000))),
});
