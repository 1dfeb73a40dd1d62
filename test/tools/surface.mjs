/** `npm run surface`: writes the lists of public names that the architecture test compares with. */
import { underNode24 } from './lib/node24.mjs';

await underNode24(import.meta.url, ['--conditions=source']);
const { writeFileSync } = await import('node:fs');
const { inRoot } = await import('./lib/project.mjs');
const { publicSurfaces } = await import('../architecture/support/public-surface.ts');

for (const [list, surface] of publicSurfaces()) {
  writeFileSync(inRoot(list), `${JSON.stringify(surface, null, 2)}\n`);
  console.log(`${list}: ${Object.values(surface).flat().length} names`);
}
