import { html } from 'hono/html';
import { figures, formatBytes, formatNumber, type Html, idTag, table, timeTag } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';

const ROWS_MAX = 100;

interface BatchRow {
  readonly batchId: string;
  readonly anonymousId: string | null;
  readonly receivedAt: number;
  readonly store: string;
  readonly bytes: number;
  readonly accepted: number;
  readonly repeats: number;
  readonly rejected: readonly { readonly id: string; readonly reason: string }[];
}

interface Deliveries {
  readonly totals: Readonly<Record<'batches' | 'accepted' | 'repeats' | 'rejected' | 'bytes', number>>;
  readonly batches: readonly BatchRow[];
}

/** Batches as they arrived: what was new, what was known, what was refused. */
export const deliveries: Section = defineSection<Deliveries>({
  id: 'deliveries',
  path: 'deliveries',
  role: 'viewer',
  listed: true,
  topics: ['batch'],
  load,
  view,
});

async function load({ context }: SectionRequest): Promise<Deliveries> {
  const [totals] = await context.db.query<Deliveries['totals']>(
    `select count(*)::int as batches, coalesce(sum(accepted), 0)::int as accepted, coalesce(sum(repeats), 0)::int as repeats,
       coalesce(sum(jsonb_array_length(rejected)), 0)::int as rejected, coalesce(sum(bytes), 0)::bigint as bytes from batch`,
  );
  const batches = await context.db.query<BatchRow>(
    `select batch_id as "batchId", anonymous_id as "anonymousId", received_at as "receivedAt", store, bytes, accepted, repeats, rejected
     from batch order by received_at desc, id limit ${ROWS_MAX}`,
  );
  return { totals: totals ?? { batches: 0, accepted: 0, repeats: 0, rejected: 0, bytes: 0 }, batches };
}

function view({ totals, batches }: Deliveries, { context }: SectionRequest): Html {
  const base = `${context.basePath}/operator/visitors`;
  return html`${figures([
    {
      name: messages.figures.batches,
      value: formatNumber(totals.batches),
      note: formatBytes(Number(totals.bytes)),
    },
    { name: messages.figures.eventsStored, value: formatNumber(totals.accepted) },
    { name: messages.figures.repeatsDropped, value: formatNumber(totals.repeats) },
    { name: messages.figures.rejected, value: formatNumber(totals.rejected) },
  ])}
  ${table<BatchRow>({
    caption: messages.latest(ROWS_MAX),
    rows: batches,
    empty: messages.empty.deliveries,
    columns: [
      { title: messages.columns.received, cell: (row) => timeTag(row.receivedAt, context.campaigns.zone) },
      { title: messages.columns.batch, cell: (row) => idTag(row.batchId) },
      {
        title: messages.columns.visitor,
        cell: (row) =>
          row.anonymousId
            ? html`<a href="${base}/${encodeURIComponent(row.anonymousId)}">${idTag(row.anonymousId)}</a>`
            : '–',
      },
      { title: messages.columns.keptIn, cell: (row) => (row.store === 'idb' ? 'IndexedDB' : row.store) },
      { title: messages.columns.size, cell: (row) => formatBytes(row.bytes), numeric: true },
      { title: messages.columns.stored, cell: (row) => formatNumber(row.accepted), numeric: true },
      { title: messages.columns.repeats, cell: (row) => formatNumber(row.repeats), numeric: true },
      { title: messages.columns.rejected, cell: (row) => formatNumber(row.rejected.length), numeric: true },
      {
        title: messages.columns.why,
        cell: (row) => [...new Set(row.rejected.map((each) => each.reason))].join(', ') || '–',
      },
    ],
  })}`;
}
