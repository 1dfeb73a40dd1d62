import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** One safeguard of the SDK taken out, or one of its limits moved: a text of a source file and what stands for it. */
export interface Change {
  /** Path below `packages`. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Limits of the log out of the way: then nothing may be lost. */
export const capsRaised: Change = {
  file: 'core/src/rules/retention-rule.ts',
  from: 'maxEvents: 5000,\n  maxBytes: 2_000_000,',
  to: 'maxEvents: 1e9,\n  maxBytes: 1e12,',
};

/** Those of a full disk and of the memory that stands in for it too: then a full disk costs nothing. */
export const capsRaisedWhenFull: readonly Change[] = [
  capsRaised,
  { file: 'core/src/storage/sweep-log.ts', from: 'maxEvents: 200 }', to: 'maxEvents: 1e9 }' },
  {
    file: 'core/src/storage/sweep-log.ts',
    from: 'maxEvents: 500,\n  maxBytes: 250_000,',
    to: 'maxEvents: 1e9,\n  maxBytes: 1e12,',
  },
];

/** Limits of the log that a short run reaches too. */
export const capsLow: Change = {
  file: 'core/src/rules/retention-rule.ts',
  from: 'maxEvents: 5000,',
  to: 'maxEvents: 500,',
};

/**
 * Bundles the chaos page, or another one, from source. Rejects when a change no longer finds its text: a mutant must be one.
 */
export async function buildPage(
  changes: readonly Change[] = [],
  entry: URL = new URL('page.ts', import.meta.url),
): Promise<string> {
  const left = new Set(changes);
  const made = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['source', 'browser', 'production'],
    logLevel: 'silent',
    plugins: [
      {
        name: 'changes',
        setup({ onLoad }) {
          onLoad({ filter: /packages[/\\](core|adapters)[/\\]src/ }, ({ path }) => {
            let contents = readFileSync(path, 'utf8');
            for (const change of changes) {
              if (!path.replaceAll('\\', '/').endsWith(`packages/${change.file}`)) continue;
              if (contents.includes(change.from)) left.delete(change);
              contents = contents.replace(change.from, change.to);
            }
            return { contents, loader: 'ts' };
          });
        },
      },
    ],
    absWorkingDir: root,
  });
  const [lost] = left;
  if (lost) throw new Error(`a change finds no text in ${lost.file}: ${lost.from}`);
  return made.outputFiles[0]?.text ?? '';
}
