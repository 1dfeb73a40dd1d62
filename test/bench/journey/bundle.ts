import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Trackers of the bench, ours first. */
export const trackers = ['regulars', 'posthog', 'rudderstack', 'segment', 'snowplow', 'amplitude'] as const;
export type Tracker = (typeof trackers)[number];

/** Bundles a tracker as a shop would, minified, in one file. `page`: with what drives it from the bench. */
export async function bundleTracker(name: Tracker, page: boolean): Promise<string> {
  const entry = `import { start } from './rivals/${name}.ts';`;
  const contents = page
    ? `${entry} import { expose } from './page.ts'; expose(start);`
    : `${entry} globalThis.start = start;`;
  const made = await build({
    stdin: { contents, resolveDir: here, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['source', 'browser', 'production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
    nodePaths: [fileURLToPath(new URL('../node_modules', import.meta.url))],
  });
  return made.outputFiles[0]?.text ?? '';
}
