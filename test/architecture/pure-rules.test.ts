import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { tempFolder } from '../support/temp-folder.ts';
import { filesBelow, root } from './support/source-files.ts';

test('the rules compile without the types of a browser or of Node', () => {
  const cache = tempFolder();
  const config = join(cache, 'tsconfig.json');
  const files = filesBelow(
    'packages/core/src/rules',
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
  );
  const compilerOptions = {
    lib: ['ES2023'],
    types: [],
    noEmit: true,
    composite: false,
    incremental: false,
    rootDir: root,
  };
  const paths = files.map((path) => join(root, path));
  writeFileSync(
    config,
    JSON.stringify({ extends: join(root, 'packages/tsconfig.base.json'), compilerOptions, files: paths }),
  );
  const done = spawnSync(
    process.execPath,
    [join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', config],
    {
      encoding: 'utf8',
      cwd: root,
    },
  );
  assert.equal(done.stdout, '');
  assert.equal(done.status, 0);
});
