import type { VocabularyMap } from './vocabulary-map.ts';

const promotion =
  'promotionId>promotion.id name>promotion.name creative>promotion.creative_id slot>promotion.slot';
const experience = 'campaignId>promotion.id variantId>promotion.creative_id slot>promotion.slot';

/**
 * Snowplow e-commerce: names are types of its one action, props its entities by name; `name` is the action's own.
 * Source: Snowplow, "Snowplow Ecommerce" schemas at Iglu Central.
 */
export const snowplow: VocabularyMap = {
  money: 'sibling',
  product:
    'id>id title>name price>price oldPrice>list_price category>category brand>brand variant>variant quantity>quantity',
  events: [
    ['product_viewed', 'product_view', 'product>product'],
    ['product_clicked', 'list_click', 'product>product'],
    ['list_viewed', 'list_view', 'listId>name products>product'],
    ['cart_product_added', 'add_to_cart', 'product>product'],
    ['cart_product_removed', 'remove_from_cart', 'product>product'],
    ['checkout_started', 'checkout_step', '=1>checkout_step.step'],
    ['shipping_info_added', 'checkout_step', '=2>checkout_step.step method>checkout_step.delivery_method'],
    ['payment_info_added', 'checkout_step', '=3>checkout_step.step method>checkout_step.payment_method'],
    [
      'order_placed',
      'transaction',
      'orderId>transaction.transaction_id total>transaction.revenue coupon>transaction.discount_code products>product',
    ],
    ['order_refunded', 'refund', 'orderId>refund.transaction_id total>refund.refund_amount products>product'],
    ['payment_failed', 'trns_error', 'reason>transaction_error.error_description'],
    ['promotion_viewed', 'promo_view', promotion],
    ['promotion_clicked', 'promo_click', promotion],
    ['experience_viewed', 'promo_view', experience],
    ['experience_clicked', 'promo_click', experience],
  ],
};
