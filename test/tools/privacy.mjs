/** `npm run privacy`: writes PRIVACY.md, what a browser holds of us. */
import { underNode24 } from './lib/node24.mjs';

await underNode24(import.meta.url, ['--conditions=source']);
const { writeFileSync } = await import('node:fs');
const { makePrivacyPage, privacyFile } = await import('../privacy/privacy-page.ts');

writeFileSync(privacyFile, makePrivacyPage());
console.log('PRIVACY.md: written');
