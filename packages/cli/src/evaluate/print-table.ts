import type { Evaluation } from './evaluate-case.ts';
import type { Measured } from './measure.ts';

/** Said beside every figure. */
export const cautions: readonly string[] = [
  'Offline accuracy rewards repeating what visitors would have found anyway; the live measure is clicks and purchases per viewable impression against a hold-out that sees best sellers.',
  'Rules of a shop (diversity, stock, pins) are off. Intervals resample whole sessions 1,000 times and do not cover the choice of the method.',
];

/** The protocol's table as Markdown, best read as text too. */
export function printTable(title: string, evaluation: Evaluation): string[] {
  const { parameters: p, all, unseen, basket, categories, products, trainSessions } = evaluation;
  return [
    `### ${title}`,
    '',
    `${count(trainSessions)} training sessions, ${count(products)} products. Chosen: ${p.kind}, second step ${p.secondStep}, last ${p.recent}, decay ${p.decay}, revisit weight ${p.revisitWeight}, half-life ${p.halfLifeDays} days.`,
    '',
    ...table(
      `${basket ? 'One product of the basket hidden' : 'Revisits allowed'}, ${count(all[0]?.predictions ?? 0)} predictions`,
      all,
    ),
    ...(unseen.length > 0
      ? [
          '',
          ...table(`Only products not yet seen, ${count(unseen[0]?.predictions ?? 0)} predictions`, unseen),
        ]
      : []),
    ...(categories.length > 0 ? ['', ...categories.map(categoryLine)] : []),
    '',
  ];
}

function table(caption: string, rows: readonly Measured[]): string[] {
  return [
    `| ${caption} | HR@5 | HR@10 | HR@20 (95 %) | MRR@20 (95 %) | coverage | mean popularity | sources | tried | median / p90 ms |`,
    '|---|---:|---:|---|---|---:|---:|---|---:|---:|',
    ...rows.map(
      (row) =>
        `| ${row.name} | ${ratio(row.hitRate5)} | ${ratio(row.hitRate10)} | ${ratio(row.hitRate20)} (${range(row.hitRate20Interval)}) | ${ratio(row.mrr20)} (${range(row.mrr20Interval)}) | ${percent(row.coverage)} | ${(row.meanPopularity * 100).toFixed(2)} % | ${sources(row)} | ${row.tried} | ${row.medianMs.toFixed(3)} / ${row.p90Ms.toFixed(3)} |`,
    ),
  ];
}

function sources({ sources: shares }: Measured): string {
  return Object.entries(shares)
    .map(([name, share]) => `${name} ${percent(share)}`)
    .join(', ');
}

function categoryLine({
  category,
  predictions,
  difference,
  interval,
  holds,
}: Evaluation['categories'][number]): string {
  const sign = difference >= 0 ? '+' : '';
  return `- Category ${category} (${count(predictions)}): ${sign}${ratio(difference)} against decayed popularity (${range(interval)})${holds ? '' : ' — WORSE'}`;
}

function ratio(value: number): string {
  return value.toFixed(3);
}

function range([low, high]: readonly [number, number]): string {
  return `${ratio(low)}–${ratio(high)}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}
