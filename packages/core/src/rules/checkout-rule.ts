/**
 * Path segments of checkouts in WooCommerce, Shopify, PrestaShop, Magento and the systems beside them, in en, bg, pl and
 * ru, transliterated ones too.
 */
const segments =
  ' checkout checkouts onepage order onestepcheckout onepagecheckout order-pay quick-order new_order kasa zamowienie zamówienie szybkie-zakupy kassa zakaz oformlenie oformlenie-zakaza касса заказ оформление-заказа плащане поръчка каса kasa-bg plashtane poruchka porachka ';

/** Routes that stand in the query: PrestaShop without short addresses, OpenCart. */
const routes = /[?&](controller=order(-opc|opc)?|route=checkout\/(checkout|onepage\w*))(&|$)/;

/**
 * Whether an address is that of a checkout, where nothing may open by itself. A cart is none, and an order that has a
 * number is one of the past.
 */
export function isCheckoutPath(path: string, query = ''): boolean {
  let plain = path;
  try {
    plain = decodeURI(path);
  } catch {
    // A malformed path is compared as it is.
  }
  const all = plain
    .toLowerCase()
    .split('/')
    .filter((one) => one !== '');
  return (
    routes.test(query) ||
    all.some((segment, at) => {
      const next = all[at + 1];
      // `/order/123` thanks for an order, `/order` and `/order/make` ask for one; Magento keeps its cart under the checkout.
      if (segment === 'order' && next !== undefined && next !== 'make') return false;
      return next !== 'cart' && segments.includes(` ${segment.replace(/\.\w+$/, '')} `);
    })
  );
}
