/** `npm run integrations [-- name]`: production builds of Next, Nuxt and SvelteKit with the packed SDK. */
import { underNode24 } from './lib/node24.mjs';

await underNode24(import.meta.url, ['--conditions=source']);
const { inRoot } = await import('./lib/project.mjs');
const { main } = await import(inRoot('test/integrations/run/main.ts'));
process.exit(await main(process.argv[2]));
