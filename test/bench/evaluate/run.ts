import { cautions, type Evaluation, oursName, printTable } from '@regulars/cli';
import { atLeast, atMost, type BenchContext, exactly, type Row, shown } from '../row.ts';
import { coldRows } from './cold.ts';
import { writeReadmeTable } from './readme-table.ts';
import { dataFolder, evaluateSet, type SetCase, setCases } from './sets.ts';

/** VMIS-kNN on the bol.com set as Serenade publishes it. */
const published = { hitRate20: 0.6402, mrr20: 0.3277, predictions: 931 };

/** The protocol on the supplied sets, with every baseline, against both gate columns of the rulings. */
export async function run(context: BenchContext): Promise<readonly Row[]> {
  const folder = dataFolder();
  if (!folder) {
    context.log('skipped: REGULARS_DATA names no folder with the supplied sets (bol-toy-clicks and others)');
    return [shown('sets found', 'sets', 0)];
  }
  const rows: Row[] = [];
  const found: { readonly title: string; readonly evaluation: Evaluation }[] = [];
  for (const one of setCases) {
    context.log(one.title);
    const evaluation = await evaluateSet(folder, one);
    for (const line of printTable(one.title, evaluation)) context.log(line);
    if (evaluation.categories.length === 0)
      context.log('No category has 200 predictions: the comparison by category needs more here.');
    found.push({ title: one.title, evaluation });
    rows.push(...gateRows(one, evaluation));
  }
  for (const caution of cautions) context.log(caution);
  rows.push(...(await coldRows(folder)));
  if (context.scale === 1) writeReadmeTable(found);
  return rows;
}

function gateRows(
  { title, hitRate20, mrr20, unseen, published: hasPublished }: SetCase,
  evaluation: Evaluation,
): Row[] {
  const ours = evaluation.all.find(({ name }) => name === oursName);
  const fresh = evaluation.unseen.find(({ name }) => name === oursName);
  return [
    atLeast(`${title}: HR@20`, 'ratio', ours?.hitRate20 ?? 0, hitRate20),
    ...(mrr20 ? [atLeast(`${title}: MRR@20`, 'ratio', ours?.mrr20 ?? 0, mrr20)] : []),
    ...(unseen
      ? [
          atLeast(`${title}, unseen only: HR@20`, 'ratio', fresh?.hitRate20 ?? 0, unseen.hitRate20),
          atLeast(`${title}, unseen only: MRR@20`, 'ratio', fresh?.mrr20 ?? 0, unseen.mrr20),
        ]
      : []),
    ...(hasPublished ? parityRows(title, evaluation) : []),
    ...evaluation.categories.map(({ category, interval }) =>
      atLeast(`${title}: category ${category} against popularity, upper end`, 'ratio', interval[1], 0),
    ),
  ];
}

function parityRows(title: string, { all }: Evaluation): Row[] {
  const rival = all.find(({ name }) => name.startsWith('VMIS-kNN as shipped'));
  const off = (value: number | undefined, wanted: number): number => Math.abs((value ?? 0) - wanted);
  return [
    exactly(`${title}: predictions`, 'count', rival?.predictions ?? 0, published.predictions),
    atMost(
      `${title}: VMIS-kNN HR@20 off the published`,
      'ratio',
      off(rival?.hitRate20, published.hitRate20),
      0.005,
    ),
    atMost(`${title}: VMIS-kNN MRR@20 off the published`, 'ratio', off(rival?.mrr20, published.mrr20), 0.005),
  ];
}
