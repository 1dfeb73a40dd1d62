import { fileURLToPath } from 'node:url';
import { type Held, held } from './held-table.ts';

/** The page at the root of the repository. */
export const privacyFile: string = fileURLToPath(new URL('../../PRIVACY.md', import.meta.url));

const places: readonly (readonly [Held['where'], string])[] = [
  ['journey', 'IndexedDB, database `regulars/<write key>`'],
  ['attention', 'IndexedDB, database `regulars-attention`, store `reservation`'],
  ['localStorage', 'localStorage'],
  ['sessionStorage', 'sessionStorage'],
  ['cookie', 'Cookies'],
];

const row = ({ store, shown, purpose, what, until, fields = [] }: Held): string =>
  `| ${[store ? `\`${store}\`: ${shown}` : shown, purpose, what, until, fields.map((one) => `\`${one}\``).join(', ')].join(' | ')} |`;

/** Writes the page: every database, key and cookie with purpose, lifetime and fields. */
export function makePrivacyPage(): string {
  const tables = places.map(([where, title]) =>
    [
      `## ${title}`,
      '',
      '| Key | Purpose | What | Until | Fields |',
      '| --- | --- | --- | --- | --- |',
      ...held.filter((one) => one.where === where).map(row),
      '',
    ].join('\n'),
  );
  return `# What a browser holds of Regulars

Written by \`npm run privacy\` from \`test/privacy/held-table.ts\`; tests compare it with the stores and purposes of the code, and with what a browser holds after the demo's story.

Nothing of this is there before the visitor's answer, nor after a no: then there is no database, no key, no cookie, and no request but static
files without credentials. \`necessary\` rows come only from an act of the visitor's own, such as a game. Regulars sets no cookie but the one below, for shops that ask for it.

${tables.join('\n')}
## Ways out

- \`regulars.exportJourney()\` gives everything as one JSON document, and \`<regulars-privacy>\` downloads the same: the journey's database, the rows of \`regulars-attention\`, what was left in localStorage.
- \`regulars.forget()\` erases both databases' rows of the shop and what was left for the next page, in all tabs, and asks the backend to erase the visitor.
- \`await reset(regulars)\` of \`@regulars/core/identity\` does the same on the device alone, for the next person in front of it.
- A withdrawn purpose takes its rows with it at once.
- A campaign document with \`"farewell": true\` makes the script erase everything and do nothing more.
`;
}
