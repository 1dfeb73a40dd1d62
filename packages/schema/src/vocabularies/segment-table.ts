import type { VocabularyMap } from './vocabulary-map.ts';

const promotion = 'promotionId>promotion_id name>name creative>creative slot>position';
const experience = 'campaignId>promotion_id variantId>creative slot>position';

/** Segment e-commerce v2, which RudderStack, Jitsu and PostHog publish too. Source: Segment, "V2 Ecommerce Events". */
export const segment: VocabularyMap = {
  money: 'root',
  product:
    'id>product_id title>name url>url image.src~image_url price>price category>category brand>brand variant>variant quantity>quantity',
  events: [
    ['product_viewed', 'Product Viewed', 'product>'],
    ['product_clicked', 'Product Clicked', 'product>'],
    ['list_viewed', 'Product List Viewed', 'listId>list_id products>products'],
    ['search_performed', 'Products Searched', 'term>query resultCount>result_count'],
    ['filter_used', 'Product List Filtered', 'filter>filters.0.type value>filters.0.value'],
    ['cart_viewed', 'Cart Viewed', 'total>value count>count'],
    ['cart_product_added', 'Product Added', 'product>'],
    ['cart_product_removed', 'Product Removed', 'product>'],
    ['wishlist_product_added', 'Product Added to Wishlist', 'product>'],
    ['wishlist_product_removed', 'Product Removed from Wishlist', 'product>'],
    ['checkout_started', 'Checkout Started', 'total>value count>count'],
    ['shipping_info_added', 'Checkout Step Completed', 'method>shipping_method'],
    ['payment_info_added', 'Payment Info Entered', 'method>payment_method'],
    ['coupon_applied', 'Coupon Applied', 'coupon>coupon_id'],
    ['coupon_denied', 'Coupon Denied', 'coupon>coupon_id reason>reason'],
    ['coupon_removed', 'Coupon Removed', 'coupon>coupon_id'],
    ['order_placed', 'Order Completed', 'orderId>order_id total>total products>products coupon>coupon'],
    ['order_refunded', 'Order Refunded', 'orderId>order_id total>total products>products'],
    ['promotion_viewed', 'Promotion Viewed', promotion],
    ['promotion_clicked', 'Promotion Clicked', promotion],
    ['product_shared', 'Product Shared', 'product> channel>share_via'],
    ['product_reviewed', 'Product Reviewed', 'product.id>product_id rating>rating'],
    ['experience_viewed', 'Promotion Viewed', experience],
    ['experience_clicked', 'Promotion Clicked', experience],
    [
      'recommendation_clicked',
      'Product Clicked',
      'campaignId>list_id productId>product_id position>position',
    ],
  ],
};
