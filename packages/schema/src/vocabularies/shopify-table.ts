import type { VocabularyMap } from './vocabulary-map.ts';

const line = 'product>cartLine.merchandise product.quantity>cartLine.quantity';

/** Shopify's standard events, `data` of each. Source: Shopify, "Web Pixels API: standard events". */
export const shopify: VocabularyMap = {
  money: 'object',
  product:
    'id>product.id title>product.title url>product.url image.src~image.src price>price category>product.type brand>product.vendor variant>id',
  line: 'id>variant.product.id title>variant.product.title url>variant.product.url price>variant.price category>variant.product.type brand>variant.product.vendor variant>variant.id quantity>quantity',
  events: [
    ['page_viewed', 'page_viewed', ''],
    ['product_viewed', 'product_viewed', 'product>productVariant'],
    ['list_viewed', 'collection_viewed', 'listId>collection.id products>collection.productVariants'],
    ['search_performed', 'search_submitted', 'term>searchResult.query'],
    ['cart_viewed', 'cart_viewed', 'total>cart.cost.totalAmount count>cart.totalQuantity'],
    ['cart_product_added', 'product_added_to_cart', line],
    ['cart_product_removed', 'product_removed_from_cart', line],
    ['checkout_started', 'checkout_started', 'total>checkout.totalPrice'],
    [
      'shipping_info_added',
      'checkout_shipping_info_submitted',
      'method>checkout.delivery.selectedDeliveryOptions.0.title',
    ],
    ['payment_info_added', 'payment_info_submitted', ''],
    [
      'order_placed',
      'checkout_completed',
      'orderId>checkout.order.id total>checkout.totalPrice coupon>checkout.discountApplications.0.title products>checkout.lineItems:line',
    ],
  ],
};
