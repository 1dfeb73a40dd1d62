/** What the shop itself does; what a case needs beyond it, the case does to the page. */
class ShopRating extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const button = Object.assign(document.createElement('button'), {
      id: 'star',
      textContent: 'Rate this shop',
    });
    this.attachShadow({ mode: 'open' }).append(button);
  }
}
customElements.define('shop-rating', ShopRating);

const fill = (id, name, count) => {
  for (let at = 1; at <= count; at += 1) {
    const made = Object.assign(document.createElement('button'), {
      type: 'button',
      id: `${name}-${at}`,
      textContent: `${name} ${at}`,
    });
    document.getElementById(id).append(made);
  }
};
fill('carousel', 'card', 14);
fill('reviews', 'review', 20);

const cart = document.getElementById('cart');
document.getElementById('cart-button').addEventListener('click', () => cart.showModal());
document.getElementById('close-cart').addEventListener('click', () => cart.close());

/** Clicks that reached the shop, by the id of what was clicked. */
window.shopClicks = [];
document.addEventListener('click', (event) => {
  const [target] = event.composedPath();
  if (target instanceof Element && target.id) window.shopClicks.push(target.id);
});
