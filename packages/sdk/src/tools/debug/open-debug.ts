import type { Inspection } from '@regulars/core';
import { styles } from './debug.styles.ts';
import type { DebugSection, DebugWords } from './debug-section.ts';
import { createWords } from './debug-words.ts';
import { make } from './dom.ts';
import { allSections } from './sections/all-sections.ts';

/** What the panel needs of the engine. */
export type DebugSource = {
  inspect(): Inspection;
  /** Tells that something changed; what it is, is read by `inspect`. */
  readonly journey: Readonly<Record<'onEvent' | 'onProfile', (listener: () => void) => () => void>>;
};

/** Tag of the panel: a frame of its own; nothing in it is styled by the page or styles it. */
const tag = 'regulars-debug';

/**
 * Opens the debug panel, a named region at the page's edge that follows what the engine does. Plain DOM: it works where
 * the page's policies keep Lit out, and can then tell so. Returns its closing.
 */
export function openDebug(
  source: DebugSource,
  {
    onClose,
    locale = document.documentElement.lang || 'en',
  }: { readonly onClose: () => void; readonly locale?: string },
): () => void {
  const words = createWords(locale);
  const frame = createFrame(words, words.lang);
  const sections = allSections.map((section) => mountSection(section, frame.body));
  const update = (): void => {
    const inspection = source.inspect();
    for (const section of sections) section.update(inspection, words);
  };
  const stopFollowing = follow(source, update);
  const close = (): void => {
    stopFollowing();
    frame.host.remove();
  };
  frame.closer.addEventListener('click', () => {
    close();
    onClose();
  });
  update();
  document.body.append(frame.host);
  return close;
}

/** Events tell at once; consent, delivery and decisions have no event of their own, so a look each second follows them. */
function follow({ journey }: DebugSource, update: () => void): () => void {
  let asked = 0;
  const ask = (): void => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(update);
  };
  const timer = setInterval(() => document.visibilityState === 'visible' && ask(), 1000);
  const stops = [journey.onEvent(ask), journey.onProfile(ask)];
  return () => {
    clearInterval(timer);
    cancelAnimationFrame(asked);
    for (const stop of stops) stop();
  };
}

function createFrame(
  words: DebugWords,
  lang: string,
): { readonly host: HTMLElement; readonly body: HTMLElement; readonly closer: HTMLElement } {
  const host = make(tag, { lang, dir: 'ltr' });
  const root = host.attachShadow({ mode: 'open' });
  // Adopted and built by the object model: no inline style that a content policy would refuse.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const body = make('div', { class: 'body', id: 'body' });
  const folder = make('button', { type: 'button', 'aria-expanded': 'true', 'aria-controls': 'body' }, '–');
  const name = (): void => folder.setAttribute('aria-label', words.text(body.hidden ? 'unfold' : 'fold'));
  folder.addEventListener('click', () => {
    body.hidden = !body.hidden;
    folder.setAttribute('aria-expanded', String(!body.hidden));
    folder.textContent = body.hidden ? '+' : '–';
    name();
  });
  name();
  const closer = make('button', { type: 'button', 'aria-label': words.text('close') }, '×');
  root.append(
    make(
      'aside',
      { class: 'panel', 'aria-label': words.text('panel') },
      make('div', { class: 'bar' }, make('h2', {}, words.text('title')), folder, closer),
      body,
    ),
  );
  return { host, body, closer };
}

/** A section whose frame stays and whose body is built anew only when it changed. */
function mountSection(
  section: DebugSection,
  parent: HTMLElement,
): { readonly update: (inspection: Inspection, words: DebugWords) => void } {
  const title = make('span');
  const badge = make('span');
  const content = make('div', { class: 'content' });
  const frame = make(
    'details',
    { class: 'section', 'data-section': section.id },
    make('summary', {}, title, badge),
    content,
  );
  frame.toggleAttribute('open', section.id === 'campaigns');
  parent.append(frame);
  return {
    update(inspection, words) {
      title.textContent = words.text(section.title);
      badge.textContent = section.badge(inspection, words);
      frame.classList.toggle('alert', section.alerts?.(inspection) ?? false);
      const next = make('div', { class: 'content' }, ...section.render(inspection, words));
      keepState(content, next);
      if (!next.isEqualNode(content)) replaceContent(content, next);
    },
  };
}

/** Carries over which details are open. */
function keepState(old: HTMLElement, next: HTMLElement): void {
  const open = new Map(
    [...old.querySelectorAll('details[data-key]')].map((one) => [
      one.getAttribute('data-key'),
      one.hasAttribute('open'),
    ]),
  );
  for (const one of next.querySelectorAll('details[data-key]')) {
    const was = open.get(one.getAttribute('data-key'));
    if (was !== undefined) one.toggleAttribute('open', was);
  }
}

/** Swaps the children and gives focus back to the summary that had it. */
function replaceContent(content: HTMLElement, next: HTMLElement): void {
  const root = content.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : null;
  const key = content.contains(focused) ? focused?.closest('[data-key]')?.getAttribute('data-key') : null;
  content.replaceChildren(...next.childNodes);
  if (!key) return;
  const again = [...content.querySelectorAll('[data-key]')].find(
    (one) => one.getAttribute('data-key') === key,
  );
  again?.querySelector('summary')?.focus({ preventScroll: true });
}
