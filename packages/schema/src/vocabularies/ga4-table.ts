import type { VocabularyMap } from './vocabulary-map.ts';

const promotion = 'promotionId>promotion_id name>promotion_name creative>creative_name slot>creative_slot';
const experience = 'campaignId>promotion_id variantId>creative_name slot>creative_slot';

/** Google Analytics 4, e-commerce and recommended events. Source: Google, "Recommended events", "Measure ecommerce". */
export const ga4: VocabularyMap = {
  money: 'root',
  product:
    'id>item_id title>item_name price>price category>item_category brand>item_brand variant>item_variant quantity>quantity',
  events: [
    ['product_viewed', 'view_item', 'product>items.0'],
    ['product_clicked', 'select_item', 'product>items.0'],
    ['list_viewed', 'view_item_list', 'listId>item_list_id products>items'],
    ['search_performed', 'search', 'term>search_term'],
    ['cart_viewed', 'view_cart', 'total>value'],
    ['cart_product_added', 'add_to_cart', 'product>items.0'],
    ['cart_product_removed', 'remove_from_cart', 'product>items.0'],
    ['wishlist_product_added', 'add_to_wishlist', 'product>items.0'],
    ['checkout_started', 'begin_checkout', 'total>value'],
    ['shipping_info_added', 'add_shipping_info', 'method>shipping_tier'],
    ['payment_info_added', 'add_payment_info', 'method>payment_type'],
    ['order_placed', 'purchase', 'orderId>transaction_id total>value products>items coupon>coupon'],
    ['order_refunded', 'refund', 'orderId>transaction_id total>value products>items'],
    ['promotion_viewed', 'view_promotion', promotion],
    ['promotion_clicked', 'select_promotion', promotion],
    ['product_shared', 'share', 'product.id>item_id channel>method'],
    ['customer_identified', 'login', ''],
    ['experience_viewed', 'view_promotion', experience],
    ['experience_clicked', 'select_promotion', experience],
    [
      'recommendation_clicked',
      'select_item',
      'campaignId>item_list_id productId>items.0.item_id position>items.0.index',
    ],
    ['tour_started', 'tutorial_begin', ''],
    ['tour_completed', 'tutorial_complete', ''],
    ['prize_claimed', 'unlock_achievement', 'campaignId>achievement_id'],
  ],
};
