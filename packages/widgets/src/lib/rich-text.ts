/** A piece of text as it is rendered: words, a line break, or a run with children. */
export type TextPart =
  | string
  | { readonly type: 'break' }
  | { readonly type: 'strong' | 'em'; readonly parts: readonly TextPart[] }
  | { readonly type: 'link'; readonly url: string; readonly parts: readonly TextPart[] };

/** `**bold**`, `*italic*` (or `_italic_`), `[words](address)`, line break; a run ends within 1,000 characters, so that no text costs more than its length. Anything else is plain words. */
const mark =
  /\*\*(?<strong>\S[^\n]{0,999}?\S|\S)\*\*(?!\*)|\*(?<em>[^\s*][^*\n]{0,999}?[^\s*]|[^\s*])\*|\b_(?<em2>[^_\n]{1,999})_\b|\[(?<label>[^\]\n]{1,999})\]\((?<url>[^)\s]{1,2048})\)|(?<line>\n)/;

/** Splits the text subset of campaigns into parts; no HTML in, none out. Never throws. Depth is limited to 4. */
export function parseRichText(text: string, depth: number = 0): readonly TextPart[] {
  const parts: TextPart[] = [];
  let rest = text;
  while (rest) {
    const found = depth < 4 ? mark.exec(rest) : null;
    if (!found?.groups) break;
    const { strong, em, em2, label, url } = found.groups;
    if (found.index) parts.push(rest.slice(0, found.index));
    if (strong) parts.push({ type: 'strong', parts: parseRichText(strong, depth + 1) });
    else if (em || em2) parts.push({ type: 'em', parts: parseRichText(em ?? em2 ?? '', depth + 1) });
    else if (label && url) parts.push({ type: 'link', url, parts: parseRichText(label, depth + 1) });
    else parts.push({ type: 'break' });
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest) parts.push(rest);
  return parts;
}
