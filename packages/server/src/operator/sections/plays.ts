import type { Pool, ProgramDocument } from '@regulars/schema';
import { html } from 'hono/html';
import { labelFor, type Play } from '../../rewards/play.ts';
import { formatMoney, formatNumber, type Html, idTag, table, timeTag } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';

const ROWS_MAX = 100;

type PlayRow = Pick<Play, 'id' | 'campaign_id' | 'pool' | 'version' | 'prize_index' | 'label' | 't'> & {
  readonly drawn_index: number;
  readonly kind: string | null;
};

interface PoolRow {
  readonly pool: string;
  readonly version: number;
  readonly commitment: string;
  readonly startedAt: number;
  readonly revealedAt: number | null;
  readonly prizes: Pool['prizes'];
  readonly remaining: Readonly<Record<string, number>> | null;
  readonly plays: number;
  /** What its prizes cost so far, minor units. */
  readonly spent: number;
}

interface MovementRow {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly orderId: string;
  readonly rule: string;
  readonly t: number;
  readonly account: string;
  readonly points: number;
}

interface Plays {
  readonly pools: readonly PoolRow[];
  readonly plays: readonly PlayRow[];
  readonly movements: readonly MovementRow[];
}

/** Prize pools with their stock, plays, and the ledger of points. */
export const plays: Section = defineSection<Plays>({
  id: 'plays',
  path: 'plays',
  role: 'viewer',
  listed: true,
  topics: ['play', 'order'],
  load,
  view,
});

async function load({ context: { db } }: SectionRequest): Promise<Plays> {
  return {
    // The seed stays in the database until the version ends.
    pools: await db.query<PoolRow>(
      `select v.pool, v.version, v.commitment, v.started_at as "startedAt", v.revealed_at as "revealedAt", v.prizes, v.spent,
         (select jsonb_object_agg(s.prize_index, s.remaining) from pool_stock s where s.pool = v.pool and s.version = v.version) as remaining,
         (select count(*)::int from play p where p.pool = v.pool and p.version = v.version) as plays
       from pool_version v order by v.pool, v.version desc limit 50`,
    ),
    plays: await db.query<PlayRow>(
      `select play.id, campaign_id, pool, version, drawn_index, prize_index, label, play.t, claim.kind
       from play left join claim on claim.play_id = play.id order by play.t desc limit ${ROWS_MAX}`,
    ),
    movements: await db.query<MovementRow>(
      `select m.id, m.kind, m.source, m.order_id as "orderId", m.rule, m.t, p.account, p.points
       from movement m join posting p on p.movement_id = m.id order by m.t desc, m.id, p.points desc limit ${ROWS_MAX * 2}`,
    ),
  };
}

function view(content: Plays, { context }: SectionRequest): Html {
  const { zone, fallbackLocales } = context.campaigns;
  const label = (of: Play['label']): string => labelFor(of, 'en', fallbackLocales);
  return html`${content.pools.length === 0 ? html`<p class="empty">${messages.empty.pools}</p>` : content.pools.map((row) => html`${poolBlock(row, label, zone)}${costLine(row, context.program)}`)}
  ${table<PlayRow>({
    caption: messages.captions.plays,
    rows: content.plays,
    empty: messages.empty.plays,
    columns: [
      { title: messages.columns.when, cell: (row) => timeTag(row.t, zone) },
      { title: messages.columns.campaign, cell: (row) => html`<code>${row.campaign_id}</code>` },
      { title: messages.columns.prize, cell: (row) => label(row.label) },
      {
        title: messages.columns.note,
        cell: (row) => (row.drawn_index === row.prize_index ? '–' : messages.words.wasOutOfStock),
      },
      {
        title: messages.columns.claimed,
        cell: (row) =>
          html`<span class="tag ${row.kind ? 'good' : ''}">${row.kind ?? messages.words.notYet}</span>`,
      },
      { title: messages.columns.play, cell: (row) => idTag(row.id) },
    ],
  })}
  ${table<MovementRow>({
    caption: messages.captions.ledgerOfPoints,
    rows: content.movements,
    empty: messages.empty.movements,
    columns: [
      { title: messages.columns.when, cell: (row) => timeTag(row.t, zone) },
      { title: messages.columns.movement, cell: (row) => `${row.kind} · ${row.rule}` },
      { title: messages.columns.for, cell: (row) => html`${row.source} ${idTag(row.orderId)}` },
      { title: messages.columns.account, cell: (row) => idTag(row.account) },
      {
        title: messages.columns.points,
        cell: (row) => `${row.points > 0 ? '+' : '−'}${formatNumber(Math.abs(row.points))}`,
        numeric: true,
      },
    ],
  })}`;
}

function poolBlock(row: PoolRow, label: (of: Play['label']) => string, zone: string): Html {
  const sum = row.prizes.reduce((total, prize) => total + prize.weight, 0);
  return html`${table<Pool['prizes'][number] & { readonly index: number }>({
    caption: messages.poolVersion(row.pool, row.version),
    rows: row.prizes.map((prize, index) => ({ ...prize, index })),
    empty: '',
    columns: [
      { title: messages.columns.prize, cell: (prize) => label(prize.label) },
      {
        title: messages.columns.pays,
        cell: ({ reward }) =>
          reward.type === 'coupon'
            ? messages.couponOf(reward.template)
            : reward.type === 'points'
              ? messages.pointsOf(formatNumber(reward.points))
              : messages.words.nothing,
      },
      {
        title: messages.columns.odds,
        cell: (prize) => `${((prize.weight / sum) * 100).toFixed(2)} %`,
        numeric: true,
      },
      {
        title: messages.columns.left,
        cell: (prize) =>
          prize.stock === undefined
            ? messages.words.unlimited
            : messages.leftOf(formatNumber(row.remaining?.[prize.index] ?? 0), formatNumber(prize.stock)),
        numeric: true,
      },
    ],
  })}
  <p class="small">${formatNumber(row.plays)} ${messages.words.playsSince} ${timeTag(row.startedAt, zone)} · ${messages.words.commitment} <code class="long">${row.commitment}</code></p>`;
}

/** What is left of the budget of a pool that names one. */
function costLine(row: PoolRow, program: ProgramDocument): Html | string {
  const pool = Object.hasOwn(program.pools, row.pool) ? program.pools[row.pool] : undefined;
  if (pool?.maxCost === undefined || pool.version !== row.version) return '';
  const { currency } = program;
  const money = (value: number): string => formatMoney({ value, currency });
  return html`<p class="small">${messages.leftOfBudget(money(pool.maxCost - row.spent), money(pool.maxCost))}</p>`;
}
