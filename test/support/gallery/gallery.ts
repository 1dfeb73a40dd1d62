import { frameLoaders, provideHost } from '@regulars/widgets';
import { allMessages } from '../messages.ts';
import { createFakeHost, type FakeHost } from './fake-host.ts';
import { carouselView, tourView, walletView, wheelView } from './fixtures.ts';
import { guides } from './guidance-fixtures.ts';
import { showSheet } from './sheet.ts';

/** Starts the gallery by the address: `?lang=bg&state=tour`. */
async function start(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const lang = query.get('lang') ?? 'en';
  const state = query.get('state') ?? 'ready';
  document.documentElement.lang = lang;
  document.documentElement.dir = lang === 'he' ? 'rtl' : 'ltr';
  document.documentElement.dataset.scheme = query.get('scheme') ?? 'light';
  document.documentElement.classList.toggle('hostile', query.has('hostile'));
  const host = createFakeHost(await allMessages(lang), {
    locale: lang,
    react: (signal, self) => react(signal, self, lang),
  });
  provideHost(document, host);
  const sheet = query.get('sheet');
  if (sheet) {
    await showSheet(sheet, lang, host);
    Object.assign(globalThis, { gallery: host });
    return;
  }
  await Promise.all([frameLoaders.slot(), frameLoaders.overlay()]);
  const guide = guides[query.get('guide') ?? '']?.(lang);
  if (guide) {
    document.body.append(document.createElement('regulars-overlay'));
    if (guide.holds) host.show(guide.holds, carouselView(lang));
    host.show(guide.place, guide.view);
    Object.assign(globalThis, { gallery: host });
    return;
  }
  fill(host, lang, state);
  if (state.startsWith('tour')) {
    document.body.append(document.createElement('regulars-overlay'));
    host.show('overlay', tourView(lang, Number(state.slice(4) || 0)));
  }
  Object.assign(globalThis, { gallery: host });
}

function fill(host: FakeHost, lang: string, state: string): void {
  const list = state === 'loading' || state === 'error' ? state : 'ready';
  host.show('home-for-you', carouselView(lang, list));
  host.show('account-wallet', walletView(lang, list));
  const claimed = {
    state: 'claimed' as const,
    prizeIndex: 2,
    win: true,
    code: 'THANKS-7K2P-9QXM',
    endsAt: Date.UTC(2026, 11, 24),
  };
  const refused = { state: 'refused' as const, reason: 'already-played' };
  host.show('order-wheel', wheelView(lang, state === 'claimed' ? claimed : state === 'error' ? refused : {}));
}

function react(signal: FakeHost['signals'][number], host: FakeHost, lang: string): void {
  if (signal.type === 'tour') {
    const view = host.read('overlay');
    if (view?.type !== 'tour') return;
    const to = signal.act === 'next' ? 1 : signal.act === 'back' ? -1 : 0;
    if (to) host.show('overlay', tourView(lang, view.index + to));
    else if (signal.act !== 'step-shown' && signal.act !== 'target-missing') host.show('overlay', null);
  }
  if (signal.type !== 'game' || signal.act === 'settled') return;
  if (signal.act === 'draw') {
    host.show('order-wheel', wheelView(lang, { state: 'drawing' }));
    setTimeout(
      () => host.show('order-wheel', wheelView(lang, { state: 'drawn', prizeIndex: 3, win: true })),
      200,
    );
  } else
    host.show(
      'order-wheel',
      wheelView(lang, { state: 'claimed', prizeIndex: 3, win: true, code: 'THANKS-7K2P-9QXM' }),
    );
}

start();
