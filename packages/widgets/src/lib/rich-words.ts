import type { Bring } from './base-element.ts';

/** Marks that would be read as such while their reader is on its way. */
const marks = /\*+|\[([^\]\n]*)\]\([^)\s]*\)/g;

/**
 * What a template shows of a campaign's text: plain words at once; the reader of `**bold**`, links and line breaks
 * comes with the first text that has some. Never throws; without the reader, its words.
 */
export function richWords(bring: Bring): (text: string) => unknown {
  let rich: ((text: string) => unknown) | undefined;
  return (text) => {
    if (rich) return rich(text);
    const plain = text.replace(marks, '$1');
    if (plain !== text || /[_\n]/.test(text))
      bring(
        () => import('./rich-text.template.ts'),
        ({ richText }) => {
          rich = richText;
        },
      );
    return plain;
  };
}
