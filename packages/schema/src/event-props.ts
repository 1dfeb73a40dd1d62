import * as z from 'zod/mini';
import { money } from './money.ts';
import { product } from './product.ts';

const text = z.string().check(z.maxLength(500));
const id = z.string().check(z.minLength(1), z.maxLength(200));
const count = z.number().check(z.gte(0));
const one = z.object({ product });
const experience = z.object({
  campaignId: id,
  variantId: z.optional(id),
  widget: z.optional(text),
  slot: z.optional(text),
});
const step = z.object({ campaignId: id, stepId: id, index: count });
/** What every signal of a list names, so that its effect can be told apart later. */
const listFields = {
  campaignId: id,
  slot: z.optional(text),
  /** Element that showed it: `carousel`. */
  widget: z.optional(text),
  /** Arm of the experiment; `holdout`: best sellers in place of the list. */
  variantId: z.optional(id),
  strategy: text,
  source: text,
  indexVersion: z.optional(text),
};

const recommendation = z.object({
  ...listFields,
  productId: id,
  position: count,
});
/** `variants`: ids under which an order may name the product of the card. */
const recommendationTaken = z.extend(recommendation, {
  variants: z.optional(z.array(text).check(z.maxLength(100))),
});

const promotion = z.object({
  promotionId: id,
  name: z.optional(text),
  creative: z.optional(text),
  slot: z.optional(text),
});

/** The neutral vocabulary: one entry per journey event, `object_action` in the past tense. Unknown keys are dropped. */
export const eventProps = {
  page_viewed: z.object({
    kind: z.optional(z.enum(['load', 'route', 'restore', 'activate', 'grant'])),
    pageType: z.optional(text),
    referrer: z.optional(z.string().check(z.maxLength(2000))),
    utm: z.optional(z.record(z.string(), text)),
  }),
  session_started: z.object({ number: count, entry: z.optional(text), referrer: z.optional(text) }),
  engagement_recorded: z.object({ engagedMs: count, scrollDepth: z.number().check(z.gte(0), z.lte(1)) }),
  product_viewed: one,
  product_clicked: one,
  list_viewed: z.object({ listId: text, products: z.array(product).check(z.maxLength(100)) }),
  search_performed: z.object({ term: text, resultCount: z.optional(count) }),
  filter_used: z.object({ filter: text, value: z.optional(text) }),
  cart_viewed: z.object({ total: z.optional(money), count: z.optional(count) }),
  cart_product_added: one,
  cart_product_removed: one,
  wishlist_product_added: one,
  wishlist_product_removed: one,
  product_shared: z.object({ product, channel: z.optional(text) }),
  product_reviewed: z.object({ product, rating: z.optional(count) }),
  /** Half of it in view for a second, once a page view. */
  product_seen: z.object({ product, listId: z.optional(text), position: z.optional(count) }),
  promotion_viewed: promotion,
  promotion_clicked: promotion,
  checkout_started: z.object({ total: z.optional(money), count: z.optional(count) }),
  shipping_info_added: z.object({ method: z.optional(text) }),
  payment_info_added: z.object({ method: z.optional(text) }),
  coupon_applied: z.object({ coupon: z.optional(text) }),
  coupon_denied: z.object({ coupon: z.optional(text), reason: z.optional(text) }),
  coupon_removed: z.object({ coupon: z.optional(text) }),
  payment_failed: z.object({ reason: z.optional(text), method: z.optional(text) }),
  order_placed: z.object({
    orderId: id,
    total: z.optional(money),
    products: z.array(product).check(z.maxLength(200)),
    coupon: z.optional(text),
  }),
  order_refunded: z.object({
    orderId: id,
    total: z.optional(money),
    products: z.array(product).check(z.maxLength(200)),
  }),
  customer_identified: z.object({}),
  customer_signed_out: z.object({}),
  /** `gpc`: what the browser's Global Privacy Control said then, which takes marketing away; absent where it has none. */
  consent_changed: z.object({ granted: z.array(text), gpc: z.optional(z.boolean()) }),
  experience_decided: z.object({
    campaignId: id,
    outcome: text,
    reason: text,
    /** Nodes of the audience that were not true, with what was found. */
    failed: z.optional(
      z
        .array(
          z.object({
            path: z.string().check(z.maxLength(200)),
            result: z.nullable(z.boolean()),
            found: z.optional(z.unknown()),
            /** How old what the backend told was. */
            ageMs: z.optional(z.number()),
          }),
        )
        .check(z.maxLength(200)),
    ),
  }),
  experience_shown: experience,
  experience_viewed: experience,
  experience_clicked: experience,
  experience_dismissed: z.object({ campaignId: id, cause: text, widget: z.optional(text) }),
  experience_completed: z.object({ campaignId: id, widget: z.optional(text) }),
  holdout_reached: experience,
  tour_started: z.object({ campaignId: id }),
  tour_step_shown: step,
  tour_step_skipped: z.object({ campaignId: id, stepId: id, reason: text }),
  tour_step_answered: z.object({ campaignId: id, stepId: id, answer: text }),
  tour_snoozed: z.object({ campaignId: id, minutes: count }),
  tour_completed: z.object({ campaignId: id }),
  tour_dismissed: z.object({ campaignId: id, cause: text, stepId: z.optional(id) }),
  recommendation_shown: z.object({
    ...listFields,
    productIds: z.array(id).check(z.maxLength(100)),
  }),
  recommendation_viewed: recommendation,
  recommendation_clicked: recommendationTaken,
  recommendation_added: recommendationTaken,
  recommendation_refused: recommendation,
  prize_drawn: z.object({ campaignId: id, prizeIndex: count }),
  prize_claimed: z.object({ campaignId: id }),
  exit_intended: z.object({ how: text }),
  /** `rage`: clicked again and again; `dead`: nothing came of it. `target` names the element, never its text. */
  click_frustrated: z.object({ kind: z.enum(['rage', 'dead']), target: z.optional(text) }),
  /** `destination`: only that one goes without them. */
  events_lost: z.object({ reason: text, count, destination: z.optional(text) }),
  custom_recorded: z.object({
    label: id,
    values: z.optional(z.record(z.string(), z.union([text, z.number(), z.boolean()]))),
  }),
} as const;
