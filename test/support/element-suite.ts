import type { WidgetHost, WidgetView } from '@regulars/core';
import { expect } from 'chai';
import type { LitElement } from 'lit';
import { allInside, audit, clearPage, mount } from './element.ts';
import { createBrokenHost, createFakeHost } from './gallery/fake-host.ts';
import { allMessages, en } from './messages.ts';

/** An element that shows a view. */
type Shown = LitElement & { host: WidgetHost | undefined; view: WidgetView | null | undefined };

/** Puts an element with a view into the page; the fake host's signals are those of `host`. */
export function showView<E extends LitElement>(
  tag: string,
  view: WidgetView | null,
  host: WidgetHost,
): Promise<E> {
  return mount<Shown>(tag, { host, view }, '<p>The shop’s own words</p>') as unknown as Promise<E>;
}

/** What a screen reader finds: roles with names in the order of the page, live regions with what they say. */
export function transcript(element: Element): readonly string[] {
  return allInside(element, '*').flatMap((node) => {
    const name = (node.getAttribute('aria-label') ?? node.textContent ?? '').replace(/\s+/g, ' ').trim();
    const role = node.getAttribute('role') ?? implicit[node.localName];
    if (!role || node.closest('[aria-hidden="true"]') || (node as HTMLElement).hidden) return [];
    if (role === 'status') return name ? [`status: ${name}`] : [];
    const disabled = node.getAttribute('aria-disabled') === 'true' ? ' (not now)' : '';
    return [
      `${role}: ${['section', 'list'].includes(role) ? (node.getAttribute('aria-label') ?? '') : name}${disabled}`,
    ];
  });
}

const implicit: Readonly<Record<string, string>> = {
  section: 'region',
  h2: 'heading',
  h3: 'heading',
  button: 'button',
  a: 'link',
  input: 'input',
  progress: 'progress',
  caption: 'table',
  legend: 'question',
};

/**
 * What every element of the rewards must do, looked at in each of its states: axe finds nothing, every language is
 * there, a broken host and a removal harm nothing, and without a view the shop's words stay.
 */
export function describeElement(
  tag: string,
  define: () => void,
  states: () => Readonly<Record<string, WidgetView>>,
): void {
  describe(`<${tag}> in every state`, () => {
    before(define);
    afterEach(clearPage);
    const host = () => createFakeHost(en, { locale: 'en' });

    it('is accessible', async () => {
      for (const [name, view] of Object.entries(states())) {
        const element = await showView(tag, view, host());
        const { violations, insideCount } = await audit(element);
        expect(violations, name).to.deep.equal([]);
        if (allInside(element, '.base').length > 0) expect(insideCount, name).to.be.greaterThan(0);
        element.remove();
      }
    });

    it('can be reached and worked by keyboard wherever it can be pressed', async () => {
      for (const [name, view] of Object.entries(states())) {
        const element = await showView(tag, view, host());
        for (const control of allInside(element, 'button, a, input')) {
          expect(control.tabIndex, `${name}: ${control.outerHTML}`).to.equal(0);
          const box = control.closest('label') ?? control;
          if (control.localName === 'button')
            expect(box.getBoundingClientRect().height, name).to.be.at.least(44);
        }
        element.remove();
      }
    });

    it('has its words in every language', async () => {
      for (const locale of ['bg', 'pl', 'ru', 'he']) {
        const messages = await allMessages(locale);
        const missing = new Set<string>();
        const fake = createFakeHost(messages, { locale });
        const listening = {
          ...fake,
          text: (key: string, values?: Readonly<Record<string, string | number>>) => {
            if (!Object.hasOwn(messages, key)) missing.add(key);
            return fake.text(key, values);
          },
        };
        for (const view of Object.values(states())) {
          const element = await showView(
            tag,
            { ...view, lang: locale, dir: locale === 'he' ? 'rtl' : 'ltr' },
            listening,
          );
          expect(element.shadowRoot?.textContent).not.to.contain('{{');
          element.remove();
        }
        expect([...missing], locale).to.deep.equal([]);
      }
    });

    it('renders with a host that throws, and every press is harmless', async () => {
      for (const view of Object.values(states())) {
        const element = await showView(tag, view, createBrokenHost());
        for (const button of allInside(element, 'button[type="button"]:not(.copy)')) button.click();
        await element.updateComplete;
        element.remove();
      }
    });

    it('leaves the place to the shop without a view', async () => {
      const element = await showView(tag, null, host());
      expect(allInside<HTMLSlotElement>(element, 'slot')[0]?.assignedElements()).to.have.lengthOf(1);
    });

    it('is still after its removal', async () => {
      const fake = host();
      const [view] = Object.values(states());
      const element = await showView(tag, view ?? null, fake);
      element.remove();
      const { length } = fake.signals;
      element.requestUpdate();
      await element.updateComplete;
      expect(fake.signals).to.have.lengthOf(length);
    });
  });
}
