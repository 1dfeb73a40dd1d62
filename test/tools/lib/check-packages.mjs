import { closingLine } from './counts.mjs';
import { bin, run } from './run.mjs';
import { runNodeTests } from './runners.mjs';

/** Packs every package and checks the tarballs: publint, attw, and the test that installs, imports and bundles them. */
export async function checkPackages() {
  const { packAll } = await import('../../architecture/support/packed.ts');
  const tarballs = packAll();
  let holds = true;
  for (const [name, tarball] of tarballs) {
    console.log(`-- ${name}`);
    const lint = await run(bin('publint'), [tarball, '--strict']);
    const types = await run(
      bin('attw'),
      // A style sheet among the entries has no types to look for.
      [
        tarball,
        '--profile',
        'esm-only',
        '--no-color',
        '--format',
        'ascii',
        '--exclude-entrypoints',
        './carousel.css',
      ],
      { quiet: true },
    );
    if (types.code !== 0) console.log(types.output);
    holds &&= lint.code === 0 && types.code === 0;
  }
  const counts = await runNodeTests(['test/architecture/packages/pack.test.ts'], {
    PACKED: JSON.stringify(Object.fromEntries(tarballs)),
  });
  console.log(`packages: ${closingLine(counts)}`);
  return holds && counts.failed === 0 && counts.passed > 0;
}
