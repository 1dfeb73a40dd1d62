import type { Inspection } from '@regulars/core';
import type { DebugSection, DebugWords } from '../debug-section.ts';
import { list, make, show } from '../dom.ts';
import { type DebugText, en } from '../messages/en.ts';

type Campaign = Inspection['campaigns'][number];

/** Each campaign of the document with its outcome and every reason, in the order of decisions. */
export const campaignsSection: DebugSection = {
  id: 'campaigns',
  title: 'campaigns',
  badge: ({ campaigns }) =>
    `${campaigns.filter(({ outcome }) => outcome === 'shown').length} / ${campaigns.length}`,
  render: ({ campaigns }, words) => [
    list(
      campaigns.map((campaign) => renderCampaign(campaign, words)),
      words.text('no-campaigns'),
    ),
  ],
};

/** The panel's word for a code of the engine; a code that is newer than the panel stands as it is. */
function wordFor(prefix: string, code: string, words: DebugWords): string {
  const key = `${prefix}-${code}`;
  return Object.hasOwn(en, key) ? words.text(key as DebugText) : code;
}

function renderCampaign({ id, outcome, slot, reasons }: Campaign, words: DebugWords): HTMLElement {
  const decisive = reasons.findLast((reason) => !reason.ok);
  return make(
    'details',
    { 'data-key': `campaign-${id}` },
    make(
      'summary',
      {},
      make('b', {}, id),
      make('span', { class: `state ${outcome}` }, wordFor('outcome', outcome, words)),
      decisive ? make('code', {}, decisive.why) : null,
    ),
    make('p', {}, `${words.text('place')}: `, make('code', {}, slot)),
    make('ol', {}, ...reasons.map((reason) => renderReason(reason, words))),
  );
}

function renderReason(
  { step, ok, why, trace = [] }: Campaign['reasons'][number],
  words: DebugWords,
): HTMLElement {
  return make(
    'li',
    { class: ok ? 'yes' : 'no' },
    make('span', { class: 'mark', 'aria-hidden': 'true' }, ok ? '✓' : '✗'),
    make('span', {}, wordFor('step', step, words)),
    make('span', { class: 'hidden' }, words.text(ok ? 'passed' : 'refused')),
    make('code', {}, why),
    trace.length > 0
      ? make(
          'ul',
          { class: 'trace' },
          ...trace.map(({ path, result, found }) =>
            make(
              'li',
              {},
              make('code', {}, `${path || '•'} → ${result ?? words.text('unknown')}`),
              found === undefined ? null : make('code', {}, show(found)),
            ),
          ),
        )
      : null,
  );
}
