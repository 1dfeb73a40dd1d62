import type { WidgetHost, WidgetView } from '@regulars/core';
import { elementLoaders } from '@regulars/widgets';
import { listViews } from './list-fixtures.ts';
import { privacyViews } from './privacy-fixtures.ts';
import { rewardViews } from './reward-states.ts';

type Views = Readonly<Record<string, WidgetView>>;

/** Every state of one element, by name. */
export function sheetViews(type: string, lang: string): Views {
  if (type === 'carousel') return listViews(lang);
  return type === 'privacy' ? privacyViews(lang) : rewardViews(type, lang);
}

/** A part of a game that never comes, or cannot. */
const parts: Readonly<Record<string, () => Promise<never>>> = {
  loading: () => new Promise(() => undefined),
  error: () => Promise.reject(new TypeError('the line broke')),
};

const ready = (element: object): Promise<unknown> =>
  'updateComplete' in element ? Promise.resolve(element.updateComplete) : Promise.resolve();

/** Puts every state of one element into the page, each under its name. */
export async function showSheet(type: string, lang: string, host: WidgetHost): Promise<void> {
  const load = Object.entries(elementLoaders).find(([name]) => name === type)?.[1];
  await load?.();
  const main = document.createElement('main');
  main.className = 'sheet';
  document.body.replaceChildren(main);
  for (const [name, view] of Object.entries(sheetViews(type, lang))) {
    const label = document.createElement('p');
    label.textContent = `${type} · ${name}`;
    const element = document.createElement(`regulars-${type}`);
    if (name in parts && 'pool' in view) Object.defineProperty(element, 'parts', { value: parts[name] });
    const box = document.createElement('div');
    box.append(label, Object.assign(element, { host, view }));
    main.append(box);
    if (name === 'loading') continue;
    // What a state says of the line is said while the line is so.
    Object.defineProperty(navigator, 'onLine', { value: !/offline/i.test(name), configurable: true });
    if (name === 'covered') {
      // Drawn in front of the visitor, and not scratched open yet.
      Object.assign(element, { view: { ...view, state: 'drawing', prizeIndex: undefined } });
      await ready(element);
      Object.assign(element, { view });
    }
    await ready(element);
  }
  Reflect.deleteProperty(navigator, 'onLine');
}
