import type { CodedProblem, WidgetHost, WidgetView } from '@regulars/core';
import { expect } from 'chai';
import { until } from '../../../test/support/until.ts';
import { registerWidgets } from './register-widgets.ts';

const wallet = (campaignId: string): WidgetView => ({
  type: 'wallet',
  campaignId,
  lang: 'en',
  dir: 'ltr',
  texts: { title: 'Your points' },
  props: {},
  state: 'ready',
  known: { points: 5, pending: 0, entries: [] },
});

const tour: WidgetView = {
  type: 'tour',
  campaignId: 'welcome-tour',
  lang: 'en',
  dir: 'ltr',
  texts: { hello: 'Hello' },
  props: { steps: [{ id: 'one', body: 'hello' }] },
  step: { id: 'one', body: 'hello' },
  index: 0,
  count: 1,
};

/** A host whose views the test sets. */
function createHost(): WidgetHost & {
  set(slot: string, view: WidgetView | null): void;
  listeners(): number;
} {
  const views = new Map<string, WidgetView>();
  const listeners = new Set<readonly [string, () => void]>();
  return {
    read: (slot) => views.get(slot) ?? null,
    subscribe(slot, listener) {
      const entry = [slot, listener] as const;
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    report() {},
    request: async () => ({ ok: false, reason: 'offline' }),
    text: (key) => key,
    now: () => 0,
    set(slot, view) {
      if (view) views.set(slot, view);
      else views.delete(slot);
      for (const [name, listener] of listeners) if (name === slot) listener();
    },
    listeners: () => listeners.size,
  };
}

function addSlot(name: string): HTMLElement {
  const slot = document.createElement('regulars-slot');
  slot.setAttribute('name', name);
  slot.style.minBlockSize = '10rem';
  slot.textContent = 'fallback';
  document.body.append(slot);
  return slot;
}

describe('register widgets', () => {
  const problems: CodedProblem[] = [];
  const report = (problem: CodedProblem): number => problems.push(problem);
  let stop = (): void => {};
  afterEach(() => {
    stop();
    problems.length = 0;
    for (const one of document.querySelectorAll('regulars-slot,regulars-overlay')) one.remove();
  });

  it('loads no element while nothing is decided, yet says which slots are there', () => {
    const host = createHost();
    addSlot('home');
    stop = registerWidgets({ host, report });
    expect(customElements.get('regulars-slot')).to.equal(undefined);
    expect(host.listeners()).to.equal(4);
  });

  it('sees slots that come later, and shows what is decided for them', async () => {
    const host = createHost();
    stop = registerWidgets({ host, report });
    const slot = addSlot('account-wallet');
    await until(() => host.listeners() === 4);
    host.set('account-wallet', wallet('points-wallet'));
    await until(() => slot.shadowRoot?.querySelector('regulars-wallet'));
    expect(slot.textContent).to.equal('fallback');
    expect(problems).to.deep.equal([]);
  });

  it('makes one overlay when there is something for it, and removes it at its stop', async () => {
    const host = createHost();
    stop = registerWidgets({ host, report });
    expect(document.querySelector('regulars-overlay')).to.equal(null);
    host.set('overlay', tour);
    host.set('overlay', tour);
    await until(() => document.querySelector('regulars-overlay')?.shadowRoot?.querySelector('regulars-tour'));
    expect(document.querySelectorAll('regulars-overlay').length).to.equal(1);
    stop();
    expect(document.querySelector('regulars-overlay')).to.equal(null);
  });

  it('fetches the built-in texts with the first element and shows it although they fail', async () => {
    const asked: string[] = [];
    const ready = async (type: string): Promise<void> => {
      asked.push(type);
      throw new TypeError('no chunk');
    };
    const host = { ...createHost(), ready };
    stop = registerWidgets({ host, report });
    expect(asked).to.deep.equal([]);
    host.set('overlay', tour);
    await until(() => document.querySelector('regulars-overlay')?.shadowRoot?.querySelector('regulars-tour'));
    expect(new Set(asked)).to.deep.equal(new Set(['tour']));
    expect(problems).to.deep.equal([]);
  });

  it('leaves no listener behind', async () => {
    const host = createHost();
    addSlot('home');
    stop = registerWidgets({ host, report });
    host.set('overlay', tour);
    await until(() => document.querySelector('regulars-overlay'));
    stop();
    document.querySelector('regulars-slot')?.remove();
    expect(host.listeners()).to.equal(0);
  });

  it('fetches nothing with Save-Data before the visitor acts', async () => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
    try {
      const host = createHost();
      stop = registerWidgets({ host, report });
      host.set('overlay', tour);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      expect(document.querySelector('regulars-overlay')).to.equal(null);
      dispatchEvent(new PointerEvent('pointerdown'));
      await until(() => document.querySelector('regulars-overlay'));
    } finally {
      Reflect.deleteProperty(navigator, 'connection');
    }
  });
});
