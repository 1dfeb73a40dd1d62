import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

interface Manifest {
  readonly csp: Readonly<Record<'sameOrigin' | 'otherOrigin', readonly string[]>>;
  readonly files: readonly { readonly file: string; readonly gzip: number; readonly integrity: string }[];
}

const cdn = new URL('../../dist/cdn/', import.meta.url);
const read = (file: string): Buffer => readFileSync(new URL(file, cdn));
assert.ok(existsSync(cdn), 'the script-tag files are not built: run npm run build');
const { csp, files } = JSON.parse(read('manifest.json').toString()) as Manifest;

test('the build tells the SRI hash and the size of every file that a page can fetch', () => {
  const scripts = readdirSync(cdn, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.js'));
  assert.deepEqual(files.map(({ file }) => file).sort(), scripts.sort());
  for (const { file, gzip, integrity } of files) {
    assert.equal(integrity, `sha384-${createHash('sha384').update(read(file)).digest('base64')}`, file);
    assert.equal(gzip, gzipSync(read(file), { level: 9 }).length, file);
  }
});

test('the build tells the lines of the policy that the tag needs, on its own origin and on another', () => {
  assert.deepEqual(csp.sameOrigin, [
    "script-src 'self'",
    "connect-src 'self' <your endpoint> <your document and index>",
    'img-src <your product pictures>',
    'trusted-types lit-html',
    "require-trusted-types-for 'script'",
  ]);
  assert.match(csp.otherOrigin.join('; '), /^script-src <origin of these files>; connect-src <origin/);
});

test('no chunk fetches the script again: behind an address with parameters that would be another module', () => {
  const chunks = files.filter(({ file }) => file.startsWith('chunks/'));
  assert.ok(chunks.length > 20);
  const again = chunks.filter(({ file }) => /["']\.\.\/regulars\.js["']/.test(read(file).toString()));
  assert.deepEqual(again, []);
});
