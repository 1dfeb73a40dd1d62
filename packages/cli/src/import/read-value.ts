import type { Note } from './imported-tour.ts';
import { Code, type Literal } from './literal.ts';

/** An object literal. */
export type Fields = Readonly<Record<string, Literal>>;

export const isFields = (value: Literal | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Code);

/** A selector: a text, or the one in `document.querySelector('…')`; `undefined` with a note: only the page knows. */
export function readSelector(value: Literal | undefined, at: string, note: Note): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (value instanceof Code) {
    const query = /^document\s*\.\s*querySelector\(\s*(["'`])(.+?)\1\s*\)[!;]?$/.exec(value.source)?.[2];
    if (query) return query;
    const id = /^document\s*\.\s*getElementById\(\s*(["'`])(.+?)\1\s*\)[!;]?$/.exec(value.source)?.[2];
    if (id) return `#${id}`;
    note(
      at,
      'target-is-code',
      `Its element is found by code (${short(value.source)}). Name it by a selector in "target"; until then the step is a card in the middle.`,
    );
  }
  return undefined;
}

const short = (source: string): string => source.replace(/\s+/g, ' ').slice(0, 40);

/**
 * Words of a step: HTML becomes the text subset (`**bold**`, `*italic*`, links, line breaks); everything else of it is left
 * out and told.
 */
export function readWords(value: Literal | undefined, at: string, note: Note): string | undefined {
  if (Array.isArray(value)) return value.flatMap((one) => readWords(one, at, note) ?? []).join('\n');
  if (value instanceof Code) {
    note(
      at,
      'words-are-code',
      `Its words come from code (${short(value.source)}). Write them into the content.`,
    );
    return undefined;
  }
  if (typeof value !== 'string') return undefined;
  let dropped = false;
  const text = value
    .replace(/<(b|strong)\b[^>]*>([\s\S]*?)<\/\1>/gi, '**$2**')
    .replace(/<(i|em)\b[^>]*>([\s\S]*?)<\/\1>/gi, '*$2*')
    .replace(/<a\b[^>]*href=["']([^"']+)["'][^>]*>([\s\S]*?)<\/a>/gi, '[$2]($1)')
    .replace(/<br\s*\/?>|<\/p>\s*<p\b[^>]*>|<\/li>/gi, '\n')
    .replace(/<\/?(p|ul|ol|span|div)\b[^>]*>/gi, '')
    .replace(/<li\b[^>]*>/gi, '· ')
    .replace(/<[^>]+>/g, () => {
      dropped = true;
      return '';
    });
  if (dropped)
    note(
      at,
      'markup-dropped',
      'Pictures or other markup in its words are left out: a step takes words, and "media" for a picture or film.',
    );
  const plain = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ', '&#39;': "'" };
  return text.replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (sign) => plain[sign as keyof typeof plain]).trim();
}

/** Side of a step: `left` and `right` follow the reading direction here. */
export function readSide(
  value: Literal | undefined,
  at: string,
  note: Note,
): 'top' | 'bottom' | 'start' | 'end' | undefined {
  if (typeof value !== 'string') return undefined;
  const [side = '', ...rest] = value.split('-');
  if (rest.length > 0 && rest.join('-') !== 'middle-aligned')
    note(
      'tour',
      'alignment-dropped',
      'Alignment along a side is left out: the box stays by its target’s middle and inside the window.',
    );
  if (side === 'left' || side === 'right') {
    note(
      'tour',
      'sides-follow-reading',
      '"left" and "right" became "start" and "end": in right-to-left languages they change places.',
    );
    return side === 'left' ? 'start' : 'end';
  }
  if (side === 'top' || side === 'bottom') return side;
  if (side !== 'auto' && side !== 'over' && side !== 'floating' && side !== 'center')
    note(at, 'side-unknown', `Side "${value}" is unknown; it takes the side with room.`);
  return undefined;
}

/** Names what else was set and has no meaning here. `known` are keys that were read. */
export function noteRest(fields: Fields, known: readonly string[], at: string, note: Note): void {
  const rest = Object.entries(fields).filter(([key]) => !known.includes(key));
  const handlers = rest.filter(
    ([key, value]) => value instanceof Code || /^(?:on|when|before)[A-Z]?/.test(key),
  );
  if (handlers.length > 0)
    note(
      at,
      'code-dropped',
      `${handlers.map(([key]) => key).join(', ')}: code cannot stand in a document. Use "advanceOn", "audience", branches, or listen to the element's events.`,
    );
  const settings = rest.filter((one) => !handlers.includes(one)).map(([key]) => key);
  if (settings.length > 0)
    note(
      at,
      'settings-dropped',
      `${settings.join(', ')}: looks and moves are set by the shop's CSS tokens, or always on.`,
    );
}
