import { html, svg, type TemplateResult } from 'lit';

/** A drawing of 20 px in the colour of the words; `turns`: mirrored in right-to-left. */
export const icon = (shape: TemplateResult, turns: boolean): TemplateResult =>
  html`<svg class=${turns ? 'turns' : ''} viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shape}</svg>`;

/** Arrow towards the end of the line; mirrored in right-to-left. */
export const forwardIcon = (): TemplateResult => icon(svg`<path d="m9 5 7 7-7 7" />`, true);
/** Arrow towards the start of the line; mirrored in right-to-left. */
export const backIcon = (): TemplateResult => icon(svg`<path d="m15 5-7 7 7 7" />`, true);
/** Arrow down. */
export const downIcon = (): TemplateResult => icon(svg`<path d="m5 9 7 7 7-7" />`, false);
/** A cross. */
export const closeIcon = (): TemplateResult => icon(svg`<path d="M6 6l12 12M18 6 6 18" />`, false);
/** A tick. */
export const tickIcon = (): TemplateResult => icon(svg`<path d="m5 13 4.5 4.5L19 7" />`, false);
/** Two sheets. */
export const copyIcon = (): TemplateResult =>
  icon(
    svg`<rect x="9" y="9" width="11" height="11" rx="2.5" /><path d="M5 15V6.5A2.5 2.5 0 0 1 7.5 4H15" />`,
    false,
  );
/** A question mark. */
export const helpIcon = (): TemplateResult =>
  icon(svg`<path d="M9 9.2a3 3 0 1 1 4.6 2.6c-1 .6-1.6 1.2-1.6 2.4M12 17.6v.1" />`, false);
