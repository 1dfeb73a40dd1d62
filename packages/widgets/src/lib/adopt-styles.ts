import type { CSSResult } from 'lit';

/** Adds a style sheet to a shadow root that stands already: parts that come later bring theirs. Twice is once. */
export function adoptStyles(root: ShadowRoot | null, { styleSheet }: CSSResult): void {
  if (!root || !styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
