// Menu, drawer, adding to the cart and filters. Every form here also works without this script.
import type { ShopWindow } from './shop-window.ts';

const page = window as Window & ShopWindow;
const root = document.documentElement;
const base = root.dataset.base ?? '';
const drawer = document.querySelector<HTMLDialogElement>('#cart');

const push = (event: string, ecommerce: Readonly<Record<string, unknown>>): void => {
  page.dataLayer?.push({ ecommerce: null }, { event, ecommerce });
};

const announce = (words: string): void => {
  const announcer = document.querySelector('#announcer');
  if (announcer !== null) announcer.textContent = words;
};

/** Reads a page as a document; no markup passes through a string, so Trusted Types have nothing to refuse. */
function readDocument(path: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', path);
    request.responseType = 'document';
    request.onload = () =>
      request.responseXML === null ? reject(new Error(path)) : resolve(request.responseXML);
    request.onerror = () => reject(new Error(path));
    request.send();
  });
}

/** Fetches the cart's lines anew and puts them into the drawer and the buttons. */
async function refreshCart(): Promise<void> {
  const fresh = await readDocument(`${base}/help`);
  const body = fresh.querySelector<HTMLElement>('#cart .js-cart-body');
  if (body === null) return;
  drawer?.querySelector('.js-cart-body')?.replaceWith(document.adoptNode(body));
  for (const badge of document.querySelectorAll<HTMLElement>('.js-cart-count')) {
    badge.dataset.count = body.dataset.count ?? '0';
    badge.textContent = body.dataset.count ?? '0';
  }
}

const cartItems = (): readonly unknown[] =>
  [...(drawer?.querySelectorAll<HTMLElement>('.cart-line') ?? [])].map((line) =>
    JSON.parse(line.dataset.item ?? '{}'),
  );

function openDrawer(): void {
  if (drawer === null || drawer.open) return;
  drawer.showModal();
  const body = drawer.querySelector<HTMLElement>('.js-cart-body');
  push('view_cart', { currency: 'EUR', value: Number(body?.dataset.total ?? 0), items: cartItems() });
}

async function send(form: HTMLFormElement, button?: HTMLElement | null): Promise<boolean> {
  // Not `form.action`: a field of that name would hide it.
  const action = form.getAttribute('action') ?? '';
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, button))
    if (typeof value === 'string') body.append(name, value);
  const answer = await fetch(action, { method: 'POST', body, headers: { accept: 'application/json' } });
  if (!answer.ok) return false;
  return ((await answer.json()) as { ok: boolean }).ok;
}

/** Adds by fetch; whatever goes wrong, the form goes its plain way. */
async function add(form: HTMLFormElement, item: Readonly<Record<string, unknown>>): Promise<void> {
  try {
    if (!(await send(form))) return form.submit();
    const quantity = Number(new FormData(form).get('quantity') ?? 1);
    const value = Number(item.price ?? 0) * quantity;
    push('add_to_cart', { currency: 'EUR', value, items: [{ ...item, quantity }] });
    await refreshCart();
    openDrawer();
    announce(drawer?.querySelector('#cart-title')?.textContent ?? '');
  } catch {
    form.submit();
  }
}

function itemOfPage(): Readonly<Record<string, unknown>> {
  for (const block of document.querySelectorAll('script.js-data-layer')) {
    const event = JSON.parse(block.textContent) as {
      event?: string;
      ecommerce?: { items?: Record<string, unknown>[] };
    };
    if (event.event === 'view_item') return event.ecommerce?.items?.[0] ?? {};
  }
  return {};
}

/** Changes or removes a line, and says which way it went. */
async function changeLine(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  const line = form.closest<HTMLElement>('.cart-line');
  const item = JSON.parse(line?.dataset.item ?? '{}') as { price?: number; quantity?: number };
  const wanted = Number(new FormData(form, button).get('quantity') ?? 0);
  if (!(await send(form, button).catch(() => false))) return form.submit();
  const change = wanted - (item.quantity ?? 0);
  const event = change < 0 ? 'remove_from_cart' : 'add_to_cart';
  const quantity = Math.abs(change);
  if (change !== 0)
    push(event, { currency: 'EUR', value: (item.price ?? 0) * quantity, items: [{ ...item, quantity }] });
  if (drawer?.contains(form)) {
    await refreshCart();
    drawer.querySelector<HTMLElement>('.drawer-head button')?.focus();
  } else location.reload();
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  if (form.matches('.js-add')) {
    event.preventDefault();
    void add(form, itemOfPage());
  } else if (form.matches('.js-line')) {
    event.preventDefault();
    void changeLine(form, event.submitter);
  }
}

function onChange(event: Event): void {
  const field = event.target;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
  const form = field.form;
  if (form?.matches('.js-filters'))
    page.regulars?.track('filter_used', { filter: field.name, value: field.value });
  if (form?.matches('.js-filters, .js-line')) form.requestSubmit();
  const art = document.querySelector<HTMLImageElement>('.js-art');
  if (art !== null && field.dataset.art !== undefined) art.src = field.dataset.art;
}

function onClick(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return;
  const cart = event.target.closest('.js-cart');
  if (cart !== null && drawer !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openDrawer();
  }
  if (event.target === drawer) drawer?.close(); // The backdrop.
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.phone-menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
}

root.classList.add('scripted');
document.addEventListener('submit', onSubmit);
document.addEventListener('change', onChange);
document.addEventListener('click', onClick);
document.addEventListener('keydown', (event) => {
  const menu = document.querySelector<HTMLDetailsElement>('.phone-menu[open]');
  if (event.key !== 'Escape' || menu === null) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});
document.addEventListener('shop-add', (event) => {
  event.preventDefault();
  const { form, item } = (event as CustomEvent<{ form: HTMLFormElement; item: Record<string, unknown> }>)
    .detail;
  void add(form, item);
});
// The bridge adds products too and tells us by this event.
document.addEventListener('shop-cart-changed', () => void refreshCart());
