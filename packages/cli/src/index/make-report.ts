import type { IndexManifest } from '@regulars/schema';
import type { VisitorKind } from '../read/read-visits.ts';
import { type Bar, chart, chartDays } from './report-charts.ts';

/** What the build saw and did. */
export interface BuildFacts {
  /** Guess per file: `session ← SessionId, …`. */
  readonly guesses: readonly string[];
  readonly dropped: readonly {
    readonly reason: string;
    readonly count: number;
    readonly examples: readonly string[];
  }[];
  /** Clicks and orders were read. */
  readonly bothExports: boolean;
  readonly sessions: number;
  readonly visits: number;
  /** Epoch ms of the first and the last visit. */
  readonly from: number;
  readonly to: number;
  readonly products: number;
  readonly productsWithRows: number;
  /** Looks by day: days since 1970, UTC. */
  readonly perDay: ReadonlyMap<number, number>;
  /** Share of visits to products with neighbours. */
  readonly coveredShare: number;
  readonly tried: number;
  /** Days held back to measure; 0: the export was too small. */
  readonly testDays: number;
}

const visitors: Readonly<Record<VisitorKind, string>> = {
  visitor: 'visitor ids',
  customer: 'customer ids, else the session or order',
  session: 'sessions (the export names no visitors, so one person may count more than once)',
  order: 'orders (the export names no customers, so one person may count more than once)',
};

/** One page in plain words for the people of the shop. */
export function makeReport(manifest: IndexManifest, bytes: number, facts: BuildFacts): string {
  const lines = [
    '# Recommendation index',
    '',
    accuracyLine(manifest, facts),
    '',
    ...accuracyChart(manifest),
    '## What went in',
    '',
    ...facts.guesses.map((guess) => `- ${guess}`),
    `- ${number(facts.visits)} looks or purchases in ${number(facts.sessions)} sessions, ${day(facts.from)} to ${day(facts.to)}.`,
    `- ${number(facts.products)} products; ${number(facts.productsWithRows)} of them have neighbours, and ${percent(facts.coveredShare)} of all looks went to those. The others are filled from best sellers.`,
    '',
    'Looks or purchases by day:',
    '',
    ...chartDays(facts.perDay),
    '',
    '## What was left out',
    '',
    ...(facts.dropped.length === 0
      ? ['- Nothing.']
      : facts.dropped.map(
          ({ reason, count, examples }) =>
            `- ${number(count)} × ${reason} (for example ${examples.map((one) => `\`${one.replace(/`/g, '')}\``).join(', ')})`,
        )),
    '',
    ...privacy(manifest, facts),
    '## How it was made',
    '',
    ...settings(manifest, facts),
    `- ${manifest.rowShards.length} files of rows, ${manifest.cardShards.length} of product cards, ${manifest.lookupShards.length} of lookups: ${number(Math.round(bytes / 1000))} kB before compression. Version \`${manifest.version}\`.`,
    '',
  ];
  return lines.join('\n');
}

function privacy(manifest: IndexManifest, facts: BuildFacts): string[] {
  return [
    '## Privacy',
    '',
    `- A pair of products, a product and a sales count leave the shop only when at least **${manifest.parameters.floor}** different visitors stand behind them (\`--floor ${manifest.parameters.floor}\`).`,
    `- Visitors were told apart by ${visitors[manifest.parameters.visitor]}.`,
    ...(facts.bothExports
      ? [
          '- Whoever is in both exports under different ids counts as two: give both the same visitor ids, or a higher floor.',
        ]
      : []),
    '',
  ];
}

function accuracyLine({ accuracy }: IndexManifest, { testDays }: BuildFacts): string {
  if (!accuracy || accuracy.index.predictions === 0) {
    return 'The export is too short to hold days back, so nothing was measured and tested default settings were used.';
  }
  const { index, popularity } = accuracy;
  const last = testDays === 1 ? 'last day' : `last ${testDays} days`;
  return `On your ${last}, one of the 20 products we would have shown was the next one opened in **${Math.round(index.hitRate20 * 100)} of 100** cases; showing best-sellers would have reached **${Math.round(popularity.hitRate20 * 100)}** (${number(index.predictions)} predictions; reciprocal rank ${index.mrr20.toFixed(3)} against ${popularity.mrr20.toFixed(3)}). This rewards what visitors would have found anyway; the live measure is clicks against a hold-out.`;
}

function accuracyChart({ accuracy }: IndexManifest): string[] {
  if (!accuracy || accuracy.index.predictions === 0) return [];
  const bar = (label: string, value: number): Bar => ({
    ...{ label, value },
    says: `${Math.round(value * 100)} of 100`,
  });
  const { index, popularity } = accuracy;
  return [...chart([bar('these lists', index.hitRate20), bar('best sellers', popularity.hitRate20)]), ''];
}

function settings({ parameters: p }: IndexManifest, { tried }: BuildFacts): string[] {
  const how = { sequence: 'the order of looks', mixed: 'order and togetherness', together: 'togetherness' }[
    p.kind
  ];
  return [
    `- Rows weigh ${how}${p.secondStep > 0 ? ', with neighbours of neighbours' : ''}; the last ${p.recent} products vote, each ${p.decay} of the one after it; revisit weight ${p.revisitWeight}; sales counts halve every ${p.halfLifeDays} days.`,
    tried === 0
      ? '- Default settings.'
      : `- Chosen among ${tried} settings on days that were then not measured.`,
  ];
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
