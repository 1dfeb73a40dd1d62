/** `npm run vocabularies`: writes the table of our events in the words of other vocabularies. */
import { underNode24 } from './lib/node24.mjs';

await underNode24(import.meta.url, ['--conditions=source']);
const { writeFileSync } = await import('node:fs');
const { makeVocabularyTable, vocabularyFile } = await import('../support/vocabulary-table.ts');

writeFileSync(vocabularyFile, makeVocabularyTable());
console.log('packages/schema/VOCABULARIES.md: written');
