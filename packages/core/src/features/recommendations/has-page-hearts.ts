import type { ConsentGate } from '../../consent/consent-port.ts';

/** Whether the shop's own page has hearts, and something may be kept. */
export const hasPageHearts = ({ allows }: ConsentGate): boolean =>
  allows('functional') && !!document.querySelector('[data-regulars-heart]');
