import { html, type TemplateResult } from 'lit';
import { parseRichText, type TextPart } from './rich-text.ts';
import { safeUrl } from './safe-url.ts';

/** Renders the text subset through lit; a link with a scheme that is not allowed becomes its words. */
export function richText(text: string): TemplateResult {
  return html`${parseRichText(text).map(part)}`;
}

function part(piece: TextPart): unknown {
  if (typeof piece === 'string') return piece;
  if (piece.type === 'break') return html`<br />`;
  const inner = piece.parts.map(part);
  if (piece.type === 'strong') return html`<strong>${inner}</strong>`;
  if (piece.type === 'em') return html`<em>${inner}</em>`;
  const url = 'url' in piece ? safeUrl(piece.url) : undefined;
  return url ? html`<a href=${url}>${inner}</a>` : inner;
}
