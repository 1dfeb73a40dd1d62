// Pushes what the server wrote about this page view to `dataLayer`, in order.
import type { ShopWindow } from './shop-window.ts';

const page = window as Window & ShopWindow;
page.dataLayer ??= [];
for (const block of document.querySelectorAll('script.js-data-layer')) {
  page.dataLayer.push({ ecommerce: null });
  page.dataLayer.push(JSON.parse(block.textContent));
}
