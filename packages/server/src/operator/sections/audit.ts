import { type Html, table, timeTag } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';
import { summarizeProps } from './summarize-props.ts';

const ROWS_MAX = 200;

interface AuditRow {
  readonly id: number;
  readonly t: number;
  readonly name: string;
  readonly action: string;
  readonly target: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

interface Audit {
  readonly entries: readonly AuditRow[];
}

/** Every change that operators made, the latest first. */
export const audit: Section = defineSection<Audit>({
  id: 'audit',
  path: 'audit',
  role: 'admin',
  listed: true,
  topics: ['account', 'control'],
  load,
  view,
});

async function load({ context }: SectionRequest): Promise<Audit> {
  const entries = await context.db.query<AuditRow>(
    `select id, t, account_name as name, action, target, detail from audit order by t desc, id desc limit ${ROWS_MAX}`,
  );
  return { entries };
}

function view({ entries }: Audit, { context }: SectionRequest): Html {
  return table<AuditRow>({
    caption: messages.latest(ROWS_MAX),
    rows: entries,
    empty: messages.empty.audit,
    columns: [
      { title: messages.columns.when, cell: (row) => timeTag(row.t, context.campaigns.zone) },
      { title: messages.columns.who, cell: (row) => row.name },
      { title: messages.columns.what, cell: (row) => row.action.replaceAll('-', ' ') },
      { title: messages.columns.on, cell: (row) => row.target ?? '–' },
      { title: messages.columns.details, cell: (row) => summarizeProps(row.detail) || '–' },
    ],
  });
}
