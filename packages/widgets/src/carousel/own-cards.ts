import type { CarouselView, RankedCard } from '@regulars/core';
import { html, type TemplateResult } from 'lit';
import { askOfOwnCard, bindOwnCard, type OwnCardInput } from './own-card.ts';
import { ownTemplate } from './own-template.ts';
import { variantOf } from './own-variants.ts';

interface Clone {
  readonly root: HTMLElement;
  readonly relay: HTMLSlotElement | undefined;
  input: OwnCardInput;
}

/**
 * Cards from the shop's own template. Its clones are children of whoever holds the template, so that the page's own
 * styles reach them; the row shows them through slots.
 */
export class OwnCards {
  readonly #element: Element;
  readonly #clones = new Map<string, Clone>();
  #wanted = new Map<string, OwnCardInput>();

  constructor(element: Element) {
    this.#element = element;
  }

  /** What stands in the row for a card, or for a frame. */
  card(view: CarouselView, at: RankedCard | undefined, position: number): TemplateResult {
    const name = `regulars-card ${at ? at.product.id : `frame ${this.#wanted.size}`}`;
    this.#wanted.set(name, { view, at, position });
    return html`<slot name=${name}></slot>`;
  }

  /** After rendering: clones for the cards that came, none for those that went. */
  settle(): void {
    const wanted = this.#wanted;
    this.#wanted = new Map();
    for (const [name, input] of wanted) {
      const clone = this.#clones.get(name) ?? this.#make(name, input);
      if (!clone) continue;
      clone.input = { ...input, wanted: clone.input.wanted };
      bindOwnCard(clone.root, clone.input);
    }
    for (const [name, { root, relay }] of this.#clones) {
      if (wanted.has(name)) continue;
      root.remove();
      relay?.remove();
      this.#clones.delete(name);
    }
  }

  #make(name: string, input: OwnCardInput): Clone | undefined {
    const template = ownTemplate(this.#element);
    const owner = template?.parentElement;
    const first = template?.content.firstElementChild;
    if (!owner || !first) return undefined;
    const root = document.importNode(first, true) as HTMLElement;
    root.slot = name;
    owner.append(root);
    let relay: HTMLSlotElement | undefined;
    if (owner !== this.#element) {
      // The template stands around the place that holds the row: its clones come through that.
      relay = Object.assign(document.createElement('slot'), { name, slot: name });
      this.#element.append(relay);
    }
    const clone: Clone = { root, relay, input };
    const ask = (event: MouseEvent): void => askOfOwnCard(root, event, clone.input);
    root.addEventListener('click', ask);
    root.addEventListener('auxclick', ask);
    root.addEventListener('change', (event) => {
      const wanted = variantOf(event);
      if (wanted === undefined) return;
      clone.input = { ...clone.input, wanted };
      bindOwnCard(root, clone.input);
    });
    this.#clones.set(name, clone);
    return clone;
  }
}
