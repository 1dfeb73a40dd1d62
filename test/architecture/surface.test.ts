import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { publicSurfaces } from './support/public-surface.ts';
import { readJson, root } from './support/source-files.ts';

test('every public name is on the list of its package', () => {
  for (const [list, surface] of publicSurfaces()) {
    const known = existsSync(join(root, list)) ? readJson<unknown>(list) : {};
    assert.deepEqual(
      surface,
      known,
      `${list} differs: when that is meant, run npm run surface and commit the list`,
    );
  }
});
