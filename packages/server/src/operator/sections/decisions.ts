import { html } from 'hono/html';
import { formatNumber, type Html, idTag, table, timeTag } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';
import { summarizeProps } from './summarize-props.ts';

const ROWS_MAX = 100;
const DAY_MS = 86_400_000;
/** Counting every event of thirteen months would cost more with each visitor. */
const COUNT_DAYS = 30;

interface ReasonRow {
  readonly campaignId: string;
  readonly outcome: string;
  readonly reason: string;
  readonly count: number;
}

interface DecisionRow {
  readonly id: string;
  readonly name: string;
  readonly t: number;
  readonly anonymousId: string;
  readonly props: Readonly<Record<string, unknown>>;
}

interface Decisions {
  readonly reasons: readonly ReasonRow[];
  readonly latest: readonly DecisionRow[];
}

/** What devices decided and why, and what became of it. */
export const decisions: Section = defineSection<Decisions>({
  id: 'decisions',
  path: 'decisions',
  role: 'viewer',
  listed: true,
  topics: ['batch'],
  load,
  view,
});

async function load({ context }: SectionRequest): Promise<Decisions> {
  const reasons = await context.db.query<ReasonRow>(
    `select props->>'campaignId' as "campaignId", props->>'outcome' as outcome, props->>'reason' as reason, count(*)::int as count
     from event where name = 'experience_decided' and t >= $1 group by 1, 2, 3 order by 1, 4 desc limit 200`,
    [context.now() - COUNT_DAYS * DAY_MS],
  );
  const latest = await context.db.query<DecisionRow>(
    `select id, name, t, anonymous_id as "anonymousId", props from event
     where name in ('experience_decided', 'experience_shown', 'experience_viewed', 'experience_clicked', 'experience_dismissed', 'experience_completed', 'holdout_reached')
     order by t desc, seq desc limit ${ROWS_MAX}`,
  );
  return { reasons, latest };
}

function view({ reasons, latest }: Decisions, { context }: SectionRequest): Html {
  const base = `${context.basePath}/operator/visitors`;
  return html`${table<ReasonRow>({
    caption: `${messages.captions.whyAndWhyNot}, ${messages.words.in30Days}`,
    rows: reasons,
    empty: messages.empty.decisions,
    columns: [
      { title: messages.columns.campaign, cell: (row) => html`<code>${row.campaignId}</code>` },
      { title: messages.columns.outcome, cell: (row) => row.outcome },
      { title: messages.columns.reason, cell: (row) => row.reason },
      { title: messages.columns.times, cell: (row) => formatNumber(row.count), numeric: true },
    ],
  })}
  ${
    latest.length === 0
      ? ''
      : table<DecisionRow>({
          caption: messages.latest(ROWS_MAX),
          rows: latest,
          empty: '',
          columns: [
            { title: messages.columns.when, cell: (row) => timeTag(row.t, context.campaigns.zone) },
            { title: messages.columns.what, cell: (row) => row.name.replaceAll('_', ' ') },
            {
              title: messages.columns.campaign,
              cell: (row) => html`<code>${String(row.props.campaignId ?? '')}</code>`,
            },
            {
              title: messages.columns.details,
              cell: ({ props: { campaignId, ...rest } }) => summarizeProps(rest),
            },
            {
              title: messages.columns.visitor,
              cell: (row) =>
                html`<a href="${base}/${encodeURIComponent(row.anonymousId)}">${idTag(row.anonymousId)}</a>`,
            },
          ],
        })
  }`;
}
