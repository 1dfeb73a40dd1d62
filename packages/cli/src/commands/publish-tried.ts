import { readFile, rename, writeFile } from 'node:fs/promises';
import { indexManifest } from '@regulars/schema';
import { UsageError } from './command.ts';

/** What came of each strategy of a list. */
interface Counted {
  readonly campaignId: string;
  readonly strategies: readonly {
    readonly strategy: string;
    readonly views: number;
    readonly clicks: number;
  }[];
}

/**
 * Writes counts of strategies into an index's manifest, for lists that try several. The file is replaced whole.
 * @throws UsageError when it is no manifest.
 */
export async function publishTried(file: string, reports: readonly Counted[]): Promise<void> {
  const found = indexManifest.safeParse(await readJson(file));
  if (!found.success) throw new UsageError(`${file} is no manifest of an index.`);
  const tried = Object.fromEntries(
    reports.map(({ campaignId, strategies }) => [
      campaignId,
      Object.fromEntries(strategies.map(({ strategy, views, clicks }) => [strategy, [views, clicks]])),
    ]),
  );
  await writeFile(`${file}.new`, JSON.stringify({ ...found.data, tried }));
  await rename(`${file}.new`, file);
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new UsageError(`${file} cannot be read as JSON.`);
  }
}
