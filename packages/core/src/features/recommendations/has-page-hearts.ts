import type { ConsentGate } from '../../consent/consent-port.ts';

/** The first heart of the shop's own page, where it has one and something may be kept; else falsy. */
export const hasPageHearts = ({ allows }: ConsentGate): false | Element | null =>
  allows('functional') && document.querySelector('[data-regulars-heart]');
