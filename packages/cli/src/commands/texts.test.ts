import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { callCli } from '../../../../test/support/call-cli.ts';
import { sampleDocument } from '../../../../test/support/sample-document.ts';
import { tempFolder } from '../../../../test/support/temp-folder.ts';
import { readCsv, writeCsv } from '../texts/csv.ts';
import { listTexts, type TextRow } from '../texts/text-rows.ts';
import { readXliff, writeXliff } from '../texts/xliff.ts';

async function shop(): Promise<{ readonly file: string; readonly folder: string }> {
  const folder = tempFolder();
  const file = join(folder, 'campaigns.json');
  const [first] = sampleDocument.campaigns;
  const content = {
    en: { title: 'Find it, "fast"', search: { one: '{{n}} day', other: '{{n}} days' } },
    bg: { title: 'Намерете го', search: { one: '{{n}} ден', other: '{{n}} дни' } },
  };
  await writeFile(file, JSON.stringify({ ...sampleDocument, campaigns: [{ ...first, content }] }));
  return { file, folder };
}

describe('texts', () => {
  for (const format of ['csv', 'xliff']) {
    it(`come back from ${format} as they went`, async () => {
      const { file, folder } = await shop();
      const before = JSON.parse(await readFile(file, 'utf8'));
      const { out, code } = await callCli('texts', 'export', file, '--format', format, '--locale', 'bg');
      assert.equal(code, 0);
      const back = join(folder, `back.${format}`);
      await writeFile(back, out);
      assert.equal((await callCli('texts', 'import', file, back)).out, `0 texts changed in ${file}.`);
      assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), before);
    });
  }

  it('ask for every plural form of a new language, and refuse what leaves one out', async () => {
    const { file, folder } = await shop();
    const { out, err } = await callCli('texts', 'export', file, '--locale', 'pl');
    assert.match(err, /5 texts: 5 new, 0 stale/);
    const rows = readCsv(out);
    assert.deepEqual(rows.map(({ form }) => form).sort(), ['', 'few', 'many', 'one', 'other']);
    const filled = (skip: string): string =>
      writeCsv(
        rows.map((row) => ({
          ...row,
          state: 'new',
          source: '',
          target: row.form === skip ? '' : `x ${row.form}`,
        })),
      );
    const path = join(folder, 'pl.csv');
    await writeFile(path, filled('many'));
    const missing = await callCli('texts', 'import', file, path);
    assert.equal(missing.code, 1);
    assert.match(missing.err, /"many".*\nNothing was written/s);
    await writeFile(path, filled('none'));
    assert.equal((await callCli('texts', 'import', file, path)).code, 0);
  });

  it('are stale once their source has changed after an import', async () => {
    const { file, folder } = await shop();
    const first = await callCli('texts', 'export', file, '--locale', 'bg');
    const path = join(folder, 'bg.csv');
    await writeFile(path, first.out);
    await callCli('texts', 'import', file, path);
    await writeFile(file, (await readFile(file, 'utf8')).replace('Find it, \\"fast\\"', 'Find it'));
    const csv = await callCli('texts', 'export', file, '--locale', 'bg');
    assert.match(csv.err, /1 stale/);
    assert.match(csv.out, /"title","","bg","stale","Find it"/);
    assert.match(
      (await callCli('texts', 'export', file, '--locale', 'bg', '--format', 'xliff')).out,
      /stale: the source/,
    );
  });

  it('carry any text through both formats', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((one) => [...one].every((sign) => sign >= ' ' && sign !== '\ufeff'));
    fc.assert(
      fc.property(text, text, (key, target) => {
        const row: TextRow = {
          campaign: 'c',
          key,
          form: '',
          locale: 'bg',
          source: target,
          target,
          state: 'same',
        };
        const expected = { campaign: 'c', key, form: '', locale: 'bg', target };
        assert.deepEqual(readCsv(writeCsv([row])), [expected]);
        assert.deepEqual(readXliff(writeXliff([row], 'en', 'bg')), [expected]);
      }),
    );
  });

  it('list nothing twice', () => {
    const rows = listTexts(sampleDocument, {});
    assert.equal(
      new Set(rows.map(({ campaign, key, form, locale }) => `${campaign}/${key}/${form}/${locale}`)).size,
      rows.length,
    );
  });
});
