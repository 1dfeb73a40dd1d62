import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inRoot } from './project.mjs';
import { bin, run } from './run.mjs';
import { typingFiles } from './typings.mjs';

/** Holds the committed typings to the manifest, and compiles the lines of each framework that must and must not compile. */
export async function checkTypings() {
  const stale = [...typingFiles()].filter(
    ([path, text]) => !existsSync(inRoot(path)) || readFileSync(inRoot(path), 'utf8') !== text,
  );
  for (const [path] of stale) console.error(`${path} is not what the manifest says: run npm run typings`);
  const projects = readdirSync(inRoot('test/types')).filter((name) =>
    existsSync(inRoot('test/types', name, 'tsconfig.json')),
  );
  let holds = stale.length === 0 && projects.length > 0;
  for (const name of projects) {
    const { code } = await run(bin('tsc'), ['-p', `test/types/${name}`]);
    console.log(`${name}: ${code === 0 ? 'holds' : 'does not hold'}`);
    holds &&= code === 0;
  }
  return holds;
}
