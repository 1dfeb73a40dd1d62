import type { Inspection } from '@regulars/core';
import { explain, supportCode } from '@regulars/core/rules';
import type { DebugSection, DebugWords } from '../debug-section.ts';
import { list, make, pairs, show } from '../dom.ts';
import { type DebugText, en } from '../messages/en.ts';

type Campaign = Inspection['campaigns'][number];

/** Each campaign of the document with its outcome and every reason, in the order of decisions. */
export const campaignsSection: DebugSection = {
  id: 'campaigns',
  title: 'campaigns',
  badge: ({ campaigns }) =>
    `${campaigns.filter(({ outcome }) => outcome === 'shown').length} / ${campaigns.length}`,
  render: (inspection, words) => [
    support(inspection, words),
    list(
      inspection.campaigns.map((campaign) => renderCampaign(campaign, words)),
      words.text('no-campaigns'),
    ),
  ],
};

/** What the visitor reads out, and every decision as text for whom no decision reached the server. */
function support({ anonymousId, campaigns }: Inspection, words: DebugWords): HTMLElement {
  const code = supportCode(anonymousId);
  const copy = make('button', { type: 'button', 'data-key': 'copy-decisions' }, words.text('copy-decisions'));
  copy.addEventListener('click', () => {
    const text = traceText(code, campaigns);
    navigator.clipboard.writeText(text).then(
      () => {
        copy.textContent = words.text('copied');
      },
      // Without leave to write the clipboard the text stands there to be marked.
      () => copy.after(make('code', { class: 'block' }, text)),
    );
  });
  return make('div', {}, pairs([[words.text('support-code'), make('code', {}, code)]]), copy);
}

/** Decisions as text: code, time, campaign, outcome, and each reason in the order of decisions. */
function traceText(code: string, campaigns: readonly Campaign[]): string {
  const blocks = campaigns.map(({ id, outcome, reasons }) =>
    [`${id}: ${outcome}`, ...explain(reasons).map((line) => `  ${line}`)].join('\n'),
  );
  return [`${code} ${new Date().toISOString()} ${location.pathname}`, ...blocks].join('\n');
}

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
          ...trace.map(({ path, result, found, ageMs }) =>
            make(
              'li',
              {},
              make('code', {}, `${path || '•'} → ${result ?? words.text('unknown')}`),
              found === undefined ? null : make('code', {}, show(found)),
              // How old what the backend told is.
              ageMs === undefined ? null : make('code', {}, `${Math.round(ageMs / 360_000) / 10} h`),
            ),
          ),
        )
      : null,
  );
}
