/** Words of the preview's bar. */
export interface PreviewMessages {
  readonly badge: string;
  readonly region: string;
  readonly end: string;
  readonly show: string;
  readonly fold: string;
  readonly unfold: string;
  readonly move: string;
  readonly nothing: string;
  readonly shown: string;
  readonly placed: string;
  readonly waiting: string;
  readonly ended: string;
  readonly heldOut: string;
  readonly missing: string;
  readonly undealt: string;
  readonly expired: string;
  readonly invalid: string;
  readonly away: string;
  readonly now: string;
  readonly fits: string;
  readonly new: string;
  readonly returning: string;
  readonly customer: string;
  readonly consentAll: string;
  readonly consentNone: string;
  readonly consentPending: string;
  readonly consent: string;
  readonly variant: string;
  readonly outcome: string;
  readonly won: string;
  readonly lost: string;
  readonly played: string;
  readonly broken: string;
}

export const en: PreviewMessages = {
  badge: 'Preview',
  region: 'Preview of a campaign',
  end: 'End the preview',
  show: 'Show it now',
  fold: 'Make the bar small',
  unfold: 'Make the bar large',
  move: 'Move the bar',
  nothing: 'Nothing here is recorded.',
  shown: 'It is on the page.',
  placed: 'It has its place on the page. Scroll to it if you do not see it.',
  waiting: 'It waits for its trigger.',
  ended: 'It was closed on this page.',
  heldOut: 'This visitor is held out and sees nothing.',
  missing: 'The campaign is not in this document any more.',
  undealt: 'Nobody is dealt this variant.',
  expired: 'This preview link has expired. Links play for seven days: ask for a new one.',
  invalid: 'This preview link is not valid. Ask for a new one.',
  away: 'The preview could not be loaded, because the server did not answer. Reload the page.',
  now: 'now',
  fits: 'whoever it is for',
  new: 'first visit',
  returning: 'came back',
  customer: 'customer',
  consentAll: 'allowed everything',
  consentNone: 'refused',
  consentPending: 'not answered yet',
  consent: 'consent',
  variant: 'variant',
  outcome: 'draw',
  won: 'prize {{n}}',
  lost: 'no prize',
  played: 'already played',
  broken: 'server away',
};
