import { type CampaignDocument, describeReason, describeTrace, type Preview } from '@regulars/schema';
import type { Regulars } from '../../regulars-port.ts';
import { make } from '../debug/dom.ts';
import { standOver } from '../pick/frame-host.ts';
import type { PreviewMessages } from './messages/en.ts';
import { styles } from './preview-styles.ts';
import { describePlan, previewWords } from './preview-words.ts';

/** What the bar tells of. */
export interface BarOptions {
  readonly locale: string;
  /** Ends the preview. */
  readonly end: () => void;
  /** Why nothing is played. */
  readonly refused?: string | undefined;
  readonly preview?: Preview | undefined;
  readonly regulars?: Regulars | undefined;
  /** Somebody can be dealt the wished variant. */
  readonly dealt?: boolean | undefined;
}

/** Tag of the bar; nothing in it is styled by the page or styles it. */
const tag = 'regulars-preview';

/** Opens the bar at the top of the page, a named region that follows what becomes of the campaign. Returns its closing. */
export function openBar(options: BarOptions): () => void {
  const { locale, preview, regulars, refused } = options;
  const { lang, words } = previewWords(locale);
  const host = make(tag, { lang, dir: lang === 'he' ? 'rtl' : 'ltr' });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const what = make('div', { class: 'what' });
  const bar = make('section', { class: 'bar', 'aria-label': words.region });
  bar.append(make('strong', { class: 'badge' }, words.badge), what);
  const stops = [standOver(host)];
  if (preview && regulars) {
    const show = button(words.show, 'strong', () => void regulars.open(preview.plan.campaignId));
    bar.append(show);
    stops.push(
      follow(options, { preview, regulars, host }, what, (shown) => show.toggleAttribute('hidden', shown)),
    );
  } else what.append(make('p', { role: 'status' }, refusal(refused, words)));
  bar.append(button(words.end, '', options.end), ...folders(bar, words));
  root.append(bar);
  return () => {
    for (const stop of stops) stop();
  };
}

function button(text: string, kind: string, onClick: () => void): HTMLElement {
  const made = make('button', { type: 'button', class: kind }, text);
  made.addEventListener('click', onClick);
  return made;
}

/** Buttons that move the bar to the other edge and make it small: it may lie over what is looked at. */
function folders(bar: HTMLElement, words: PreviewMessages): readonly HTMLElement[] {
  const move = button('⇅', 'icon', () => bar.classList.toggle('low'));
  move.setAttribute('aria-label', words.move);
  const fold = button('–', 'icon fold', () => {
    const small = bar.classList.toggle('small');
    fold.textContent = small ? '+' : '–';
    fold.setAttribute('aria-label', small ? words.unfold : words.fold);
  });
  fold.setAttribute('aria-label', words.fold);
  return [move, fold];
}

function refusal(reason: string | undefined, words: PreviewMessages): string {
  if (reason === 'token-expired') return words.expired;
  return reason === 'offline' || reason === 'unavailable' || reason === 'rate-limited'
    ? words.away
    : words.invalid;
}

interface Followed {
  readonly preview: Preview;
  readonly regulars: Regulars;
  readonly host: HTMLElement;
}

/** Puts the bar over what opened after it: the backdrop of an overlay would lie on it. */
function raise(host: HTMLElement): void {
  if (typeof host.showPopover !== 'function' || !host.matches(':popover-open')) return;
  host.hidePopover();
  host.showPopover();
}

/** Brings a place of the page into sight once something stands in it: a visitor would scroll there, who looks need not. */
function bringIntoSight({ plan, document }: Preview): void {
  const { campaigns } = document as CampaignDocument;
  const placement = campaigns.find(({ id }) => id === plan.campaignId)?.placement;
  if (!placement || !('slot' in placement)) return;
  const slot = window.document.querySelector(`regulars-slot[name="${CSS.escape(placement.slot)}"]`);
  const { top = 0, bottom = 0 } = slot?.getBoundingClientRect() ?? {};
  if (bottom > innerHeight || top < 0) slot?.scrollIntoView({ block: 'center' });
}

/** Says what became of the campaign, each time that changes. */
function follow(
  { locale, dealt = true }: BarOptions,
  { preview, regulars, host }: Followed,
  what: HTMLElement,
  onShown: (shown: boolean) => void,
): () => void {
  const { lang, words } = previewWords(locale);
  const state = make('p', { class: 'state', role: 'status' });
  const failed = make('ul', { hidden: '' });
  what.append(
    make('span', { class: 'name' }, preview.name),
    ' ',
    make('span', { class: 'how' }, describePlan(preview.plan, words, lang)),
    state,
    failed,
  );
  let said = '';
  let wasShown = false;
  const look = (): void => {
    const { sentence, shown, lines } = sayState(preview, regulars, words, locale);
    const text = dealt || shown ? sentence : `${words.undealt} ${sentence}`;
    if (said === text + lines) return;
    said = text + lines;
    raise(host);
    state.textContent = `${text}${/\p{P}$/u.test(text) ? '' : '.'} ${words.nothing}`;
    state.className = `state ${shown ? 'shown' : 'not'}`;
    failed.replaceChildren(...lines.map((line) => make('li', {}, line)));
    failed.hidden = lines.length === 0;
    onShown(shown);
    if (shown && !wasShown) bringIntoSight(preview);
    wasShown ||= shown;
  };
  look();
  const timer = setInterval(look, 400);
  return () => clearInterval(timer);
}

/** The campaign's state in words, and every condition that did not hold. */
function sayState(
  { plan, document }: Preview,
  regulars: Regulars,
  words: PreviewMessages,
  locale: string,
): { readonly sentence: string; readonly shown: boolean; readonly lines: readonly string[] } {
  const found = regulars.inspect().campaigns.find(({ id }) => id === plan.campaignId);
  // Compiled by the server.
  const source = document as CampaignDocument;
  const campaign = source.campaigns.find(({ id }) => id === plan.campaignId);
  const of = (sentence: string, shown = false, lines: readonly string[] = []) => ({ sentence, shown, lines });
  if (!campaign) return of(words.missing);
  if (!found || found.outcome === 'waiting') return of(words.waiting);
  if (found.outcome === 'shown') return of(words.shown, true);
  if (found.outcome === 'reserved') return of(words.placed, true);
  if (found.outcome === 'held-out') return of(words.heldOut);
  if (found.outcome === 'ended') return of(words.ended);
  const last = found.reasons.findLast(({ ok }) => !ok) ?? found.reasons.at(-1);
  const trace = last?.trace ?? [];
  const nodes = campaign.audience ? describeTrace(campaign.audience, trace, locale, source.audiences) : [];
  return of(
    last ? describeReason(last, locale) : words.waiting,
    false,
    nodes.filter(({ leaf, result }) => leaf && result !== true).map(({ text }) => text),
  );
}
