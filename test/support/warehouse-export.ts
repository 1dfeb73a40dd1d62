import { buildRows } from '../../packages/cli/src/index/build-rows.ts';
import { createBuiltInEngine } from '../../packages/cli/src/index/built-in-engine.ts';
import { checkColumns, type Reading, readInto } from '../../packages/cli/src/index/read-exports.ts';
import { createDropped } from '../../packages/cli/src/read/dropped.ts';

/** 60 visitors; one comes back after an hour, one line stands twice, one visitor looks at 300 products. As CSV. */
export const smallExport = (): string =>
  [
    'visitor,product,time',
    ...Array.from({ length: 60 }, (_, visitor) =>
      [0, 1, 2, 2, 1].map(
        (step, at) =>
          `v${visitor},p${(visitor + step * 3) % 17},${1_700_000_000 + visitor * 90 + at * 40 + (at > 3 ? 7200 : 0)}`,
      ),
    ).flat(),
    'v1,p4,1700000090',
    'v1,p4,1700000090',
    ...Array.from({ length: 300 }, (_, at) => `robot,p${at % 250},${1_700_100_000 + at}`),
  ].join('\n');

/** Weights that the built-in engine gives the clicks of a file, by `product other`; floor 3, the shipped settings. */
export async function builtInWeights(clicks: string): Promise<ReadonlyMap<string, number>> {
  const options = { clicks, out: '' };
  const reading: Reading = { options, dropped: createDropped(), guesses: [], step: () => {} };
  await checkColumns(options);
  const engine = createBuiltInEngine(reading);
  await readInto(engine, reading, new Map());
  await engine.cut();
  const counts = await engine.count();
  await engine.close();
  const rows = buildRows(counts, { kind: 'mixed', secondStep: 0.3, floor: 3 });
  return new Map(
    rows.flatMap((row, from) =>
      row.map(({ to, weight }) => [`${counts.ids[from]} ${counts.ids[to]}`, weight] as const),
    ),
  );
}
