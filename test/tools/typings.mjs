/** `npm run typings`: writes the typings for JSX, Vue and Svelte from the custom-elements manifest. */
import { underNode24 } from './lib/node24.mjs';

await underNode24(import.meta.url);
const { mkdirSync, writeFileSync } = await import('node:fs');
const { buildManifest } = await import('./lib/elements.mjs');
const { giveUp, inRoot } = await import('./lib/project.mjs');
const { typingFiles } = await import('./lib/typings.mjs');

if (!(await buildManifest())) giveUp('The custom-elements manifest could not be made, see above.');
mkdirSync(inRoot('packages/sdk/typings'), { recursive: true });
for (const [path, text] of typingFiles()) {
  writeFileSync(inRoot(path), text);
  console.log(path);
}
