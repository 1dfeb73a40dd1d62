import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type IndexManifest, indexManifest, type ListShard } from '@regulars/schema';
import type { BuildIndexOptions } from './build-options.ts';
import type { Shards } from './make-shards.ts';

/** What the manifest says beside the files. */
export type ManifestFacts = Pick<IndexManifest, 'builtAt' | 'parameters' | 'accuracy' | 'popular'> & {
  readonly popularByCategory: ReadonlyMap<string, readonly string[]>;
  readonly lists: ListShard | null;
  readonly shop?: string | undefined;
};

const ours = /^(rows|cards|lookup|lists)-[0-9a-f]{10}\.json$/;

/**
 * Writes shards named by their content, then the manifest, then the report; a shard that did not change keeps its
 * name. Files of the index before this one stay, for pages that are still open; older ones go.
 */
export async function writeIndex(
  directory: string,
  shards: Shards,
  facts: ManifestFacts,
  report: (manifest: IndexManifest, bytes: number) => string,
  guard: NonNullable<BuildIndexOptions['guard']> = (act) => act(),
): Promise<{ readonly manifest: IndexManifest; readonly bytes: number }> {
  await mkdir(directory, { recursive: true });
  const files = new Map<string, string>();
  const name = (kind: string, shard: unknown): string => {
    const body = JSON.stringify(shard);
    const file = `${kind}-${digest(body).slice(0, 10)}.json`;
    if ((files.get(file) ?? body) !== body)
      throw new Error(`Two shards are named ${file}; change the export a little.`);
    files.set(file, body);
    return file;
  };
  const rowShards = shards.rowShards.map((shard) => name('rows', shard));
  const cardShards = shards.cardShards.map((shard) => name('cards', shard));
  const lookupShards = shards.lookupShards.map((shard) => name('lookup', shard));
  const lists = facts.lists ? { lists: name('lists', facts.lists) } : {};
  const manifest = toManifest(shards, facts, { rowShards, cardShards, lookupShards, ...lists });
  const body = JSON.stringify(manifest);
  const before = await readBefore(directory);
  const bytes = body.length + [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const there = new Set(await readdir(directory));
  const put = putFiles(
    directory,
    [...files].filter(([file]) => !there.has(file)),
  );
  await guard(async () => {
    await put.write();
    await put.replace('manifest.json', body);
  }, put.undo);
  await writeFile(join(directory, 'report.md'), report(manifest, bytes));
  await sweep(directory, new Set([...files.keys(), ...before]));
  return { manifest, bytes };
}

/** Files that can be taken back until the manifest names them. */
function putFiles(directory: string, files: readonly (readonly [file: string, text: string])[]) {
  const written: string[] = [];
  let under: Promise<void> = Promise.resolve();
  let state: 'writing' | 'stopped' | 'named' = 'writing';
  // Renamed, so that a page never reads half a file, and a file that has its name is whole.
  const put = async (file: string, text: string): Promise<void> => {
    const path = join(directory, file);
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  };
  const turn = async (act: () => Promise<void>): Promise<void> => {
    // Stopped: the build is over, and nobody waits for the rest.
    if (state === 'stopped') return await new Promise<never>(() => {});
    under = act();
    await under;
  };
  return {
    async write(): Promise<void> {
      for (const [file, text] of files) {
        written.push(file);
        await turn(() => put(file, text));
      }
    },
    async replace(file: string, text: string): Promise<void> {
      await turn(() => {
        state = 'named';
        return put(file, text);
      });
    },
    async undo(): Promise<void> {
      await under.catch(() => {});
      if (state === 'named') return;
      state = 'stopped';
      for (const file of written)
        for (const name of [file, `${file}.new`]) await rm(join(directory, name), { force: true });
    },
  };
}

function toManifest(
  shards: Shards,
  facts: ManifestFacts,
  files: Pick<IndexManifest, 'rowShards' | 'cardShards' | 'lookupShards' | 'lists'>,
): IndexManifest {
  const categories = Object.fromEntries(
    [...shards.categories].map(([category, { rows, card }]) => [
      category,
      {
        rows: [...rows],
        ...(card === undefined ? {} : { card }),
        popular: [...(facts.popularByCategory.get(category) ?? [])],
      },
    ]),
  );
  const content = { parameters: facts.parameters, ...files, categories, popular: facts.popular };
  return indexManifest.parse({
    v: 1,
    version: digest(JSON.stringify(content)).slice(0, 16),
    ...(facts.shop ? { shop: facts.shop } : {}),
    builtAt: facts.builtAt,
    accuracy: facts.accuracy,
    ...content,
  });
}

/** Files that the index now in the folder names; none when there is none. */
async function readBefore(directory: string): Promise<string[]> {
  try {
    const old = indexManifest.parse(JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')));
    return [...old.rowShards, ...old.cardShards, ...old.lookupShards, ...(old.lists ? [old.lists] : [])];
  } catch {
    // No manifest, or one of another format: nothing of it is worth keeping.
    return [];
  }
}

async function sweep(directory: string, keep: ReadonlySet<string>): Promise<void> {
  for (const file of await readdir(directory)) {
    if (ours.test(file) && !keep.has(file)) await rm(join(directory, file));
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
