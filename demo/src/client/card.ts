// The product card: its shadow root comes with the page; this gives it the quick add and the GA4 click.
import type { ShopWindow } from './shop-window.ts';

class ShopCard extends HTMLElement {
  connectedCallback(): void {
    // Browsers without declarative shadow roots leave the template where it was.
    const template = this.querySelector('template');
    if (this.shadowRoot === null && template !== null) {
      this.attachShadow({ mode: 'open' }).append(template.content);
      template.remove();
    }
    this.shadowRoot?.addEventListener('click', (event) => this.#tellClick(event));
    this.shadowRoot?.addEventListener('submit', (event) => this.#add(event));
  }

  #tellClick(event: Event): void {
    if (!(event.target instanceof Element) || event.target.closest('a') === null) return;
    const item = JSON.parse(this.dataset.item ?? '{}') as { item_list_id?: string };
    const page = window as Window & ShopWindow;
    page.dataLayer?.push({
      event: 'select_item',
      ecommerce: { item_list_id: item.item_list_id, items: [item] },
    });
  }

  #add(event: Event): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    // A submit event ends at the shadow root: hand the form over to the shop's script.
    const asked = new CustomEvent('shop-add', {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: { form, item: JSON.parse(this.dataset.item ?? '{}') },
    });
    if (!this.dispatchEvent(asked)) event.preventDefault();
  }
}

customElements.define('shop-card', ShopCard);
