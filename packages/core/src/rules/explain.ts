import type { Reason } from './decision.ts';

const words: Readonly<Record<string, string>> = {
  'not-fired': 'no trigger has fired on this page view',
  paused: 'it is paused by the control file',
  'paused-all': 'every campaign is paused by the control file',
  before: 'its schedule has not begun',
  after: 'its schedule has ended',
  'no-start': 'it is scheduled without a start',
  'consent-pending': 'the visitor has not answered the consent question',
  checkout: 'nothing opens by itself in a checkout',
  'quiet-path': 'the path is one of the quiet paths',
  'quiet-field': 'a payment or address field is visible',
  dialog: 'a dialog is open, or the visitor is at what is kept about them',
  typing: 'the visitor is typing',
  silent: 'nothing opens by itself for an automated browser',
  'storage-refused': 'the browser refuses storage, so caps cannot be kept',
  'slot-not-on-page': 'its slot is not on this page',
  'no-presenter': 'no part shows this type of widget',
  false: 'the audience does not match',
  unknown: 'the audience asks for something that is not known',
  'session-unknown': 'the number of the session is not known yet',
  'echo-pending': 'what the visitor’s other devices saw is being asked for',
  'reserved-elsewhere': 'another tab is about to show an overlay',
  'no-texts': 'there are no texts in a locale of the visitor or a fallback',
};

/** One reason in plain English, for tools; the code stays in it. */
export function explainReason({ step, ok, why, trace = [] }: Reason): string {
  const missing = trace
    .filter(({ result }) => result !== true)
    .map(({ path }) => path || 'the whole condition');
  const nodes = !ok && missing.length ? ` (${missing.join(', ')})` : '';
  const [code = why] = why.split(':');
  const text = Object.hasOwn(words, why) ? words[why] : Object.hasOwn(words, code) ? words[code] : undefined;
  return `${ok ? '✓' : '✗'} ${step}: ${text && !ok ? `${text} [${why}]` : why}${nodes}`;
}

/** All reasons of a campaign, one line each, in the order of decisions. */
export function explain(reasons: readonly Reason[]): readonly string[] {
  return reasons.map(explainReason);
}
