import type { DebugSection, DebugWords } from '../debug-section.ts';
import { list, make, pairs, show } from '../dom.ts';

/** A list as the recommendations part tells it; read field by field, since parts may be newer or missing. */
interface ToldList {
  readonly campaignId?: unknown;
  readonly state?: unknown;
  readonly strategy?: unknown;
  readonly personal?: unknown;
  readonly why?: unknown;
  readonly cards?: unknown;
  readonly tried?: unknown;
}

/** Each list with where its cards come from; says when it fell back to what is popular. */
export const recommendationsSection: DebugSection = {
  id: 'recommendations',
  title: 'recommendations',
  badge: ({ parts }) => String(listsOf(parts).length),
  render: ({ parts }, words) => [
    list(
      listsOf(parts).map(([slot, told]) => renderList(slot, told, words)),
      words.text('no-lists'),
    ),
  ],
};

function listsOf(parts: Readonly<Record<string, unknown>>): readonly (readonly [string, ToldList])[] {
  return Object.entries(Object(parts.recommendations))
    .filter(([, told]) => typeof told === 'object' && told !== null)
    .map(([slot, told]) => [slot, Object(told)]);
}

/** Of what the strategy was drawn: cards clicked of cards seen, and the share that chance gave it. */
function triesOf(tried: unknown, words: DebugWords): readonly (readonly [string, string])[] {
  return Object.entries(Object(tried)).map(([strategy, told]) => {
    const { views, clicks, share } = Object(told);
    return [
      words.text('tried', { strategy }),
      `${show(clicks)} / ${show(views)} → ${Number(share).toFixed(4)}`,
    ];
  });
}

function renderList(slot: string, told: ToldList, words: DebugWords): HTMLElement {
  const cards: readonly unknown[] = Array.isArray(told.cards) ? told.cards : [];
  return make(
    'details',
    { 'data-key': `list-${slot}`, open: '' },
    make(
      'summary',
      {},
      make('b', {}, slot),
      make('span', { class: 'state' }, show(told.strategy)),
      told.personal === false ? make('span', { class: 'state fallback' }, words.text('fallback')) : null,
    ),
    pairs([
      [words.text('campaign'), show(told.campaignId)],
      [words.text('state'), show(told.state)],
      ...(told.personal === false
        ? [[words.text('why-fallback'), make('code', {}, show(told.why))] as const]
        : []),
      ...triesOf(told.tried, words),
    ]),
    list(
      cards.map((card) => {
        const { id, source, because } = Object(card);
        const from = because === undefined ? '' : ` ← ${show(because)}`;
        return make(
          'span',
          {},
          make('code', {}, show(id)),
          make('span', { class: 'state' }, show(source) + from),
        );
      }),
      words.text('no-cards'),
    ),
  );
}
