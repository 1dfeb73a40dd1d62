import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eventNames } from '@regulars/schema';
import { ga4, segment, shopify, snowplow, type VocabularyMap } from '@regulars/schema/vocabularies';
import { eventProps } from '../../packages/schema/src/event-props.ts';
import { pairsOf } from '../../packages/schema/src/vocabularies/vocabulary-map.ts';

/** Where the table stands. */
export const vocabularyFile: string = fileURLToPath(
  new URL('../../packages/schema/VOCABULARIES.md', import.meta.url),
);

const maps: Readonly<Record<string, VocabularyMap>> = {
  'Google Analytics 4': ga4,
  'Segment e-commerce v2 (RudderStack, Jitsu, PostHog)': segment,
  'Snowplow e-commerce': snowplow,
  'Shopify standard events': shopify,
};

/** The table as it stands. */
export const vocabularyTable = (): string => readFileSync(vocabularyFile, 'utf8');

/** The table as the maps and the schema say it: what each vocabulary keeps and what is lost. */
export function makeVocabularyTable(): string {
  return [
    '# Our events in the words of others',
    '',
    'Written by `npm run vocabularies` from `src/vocabularies/*-table.ts`; a test compares. "Lost" are fields that the other vocabulary has',
    "no place for; what we show ourselves goes out only: a page's own promotion or tutorial is not one of our campaigns.",
    '',
    ...Object.entries(maps).flatMap(([title, map]) => sectionOf(title, map)),
  ].join('\n');
}

const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(' ');

function sectionOf(title: string, map: VocabularyMap): string[] {
  const rows = map.events.map((row) => {
    const [name, theirs, fields] = row;
    const pairs = pairsOf(fields);
    const kept = [
      ...new Set(pairs.map(([ours]) => ours.split('.')[0] ?? '').filter((one) => !one.startsWith('='))),
    ];
    const all = Object.keys((eventProps[name] as { shape: object }).shape);
    const lost = all.filter((field) => !kept.includes(field));
    const isFirst =
      !/^(experience|recommendation|tour|prize)_/.test(name) &&
      (row === map.events.find(([, one]) => one === theirs) || fields.startsWith('='));
    return `| \`${name}\` | \`${theirs}\` | ${code(kept)} | ${code(lost)} | ${isFirst ? 'both ways' : 'out only'} |`;
  });
  const told = new Set<string>(map.events.map(([name]) => name));
  const silent = eventNames.filter((name) => !told.has(name));
  const ours = 'title url image price oldPrice category brand variant quantity inStock'.split(' ');
  const product = pairsOf(map.product).map(([field]) => field.split('.')[0]);
  return [
    `## ${title}`,
    '',
    '| Ours | Theirs | Kept | Lost | Read |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `Of a product is lost: ${code(ours.filter((field) => !product.includes(field)))}${product.includes('image') ? ' (a picture goes out without its size and does not come back)' : ''}.`,
    ...(map.money === 'root'
      ? ['An event has one currency: amounts in a second one would be read in the first.']
      : []),
    '',
    `No word for, and sent under our own name where the adapter sends such at all: ${code(silent)}.`,
    '',
  ];
}
