import { html } from 'hono/html';
import { ALL_CAMPAIGNS, type PauseState, readPauses } from '../../campaigns/pauses.ts';
import { hasRole } from '../account.ts';
import { figures, formatCount, formatNumber, formatShare, type Html, table } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';
import { activityChart } from './activity-chart.ts';

const DAY_MS = 86_400_000;
/** Counting every event of thirteen months would cost more with each visitor. */
const COUNT_DAYS = 30;

interface CampaignRow {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly paused: boolean;
  readonly shown: number;
  readonly clicked: number;
  readonly dismissed: number;
}

interface Overview {
  readonly figures: Readonly<
    Record<
      'visitors' | 'active' | 'sessions' | 'events' | 'repeats' | 'orders' | 'unjoined' | 'plays' | 'points',
      number
    >
  >;
  readonly hours: readonly { readonly hour: number; readonly events: number }[];
  readonly pauses: PauseState;
  readonly campaigns: readonly CampaignRow[];
}

/** First page: what happens now, and the switch that stops it. */
export const overview: Section = defineSection<Overview>({
  id: 'overview',
  path: '',
  role: 'viewer',
  listed: true,
  topics: ['batch', 'order', 'play', 'control'],
  load,
  view,
});

async function load({ context }: SectionRequest): Promise<Overview> {
  const since = context.now() - DAY_MS;
  const [counts] = await context.db.query<Overview['figures']>(
    `select (select count(*)::int from visitor) as visitors,
       (select count(*)::int from visitor where last_seen >= $1) as active,
       (select count(distinct sid)::int from event where t >= $1) as sessions,
       (select count(*)::int from event where t >= $1) as events,
       (select coalesce(sum(repeats), 0)::int from batch where received_at >= $1) as repeats,
       (select count(*)::int from shop_order) as orders,
       (select count(*)::int from shop_order where person_id is null) as unjoined,
       (select count(*)::int from play) as plays,
       (select coalesce(sum(points), 0)::int from posting where account like 'person:%') as points`,
    [since],
  );
  const hours = await context.db.query<Overview['hours'][number]>(
    `select (t / 3600000)::bigint * 3600000 as hour, count(*)::int as events from event where t >= $1 group by 1 order by 1`,
    [since],
  );
  const pauses = await readPauses(context.db);
  return { figures: counts ?? none, hours, pauses, campaigns: await readCampaigns(context, pauses) };
}

const none = {
  visitors: 0,
  active: 0,
  sessions: 0,
  events: 0,
  repeats: 0,
  orders: 0,
  unjoined: 0,
  plays: 0,
  points: 0,
};

async function readCampaigns(
  context: SectionRequest['context'],
  pauses: PauseState,
): Promise<readonly CampaignRow[]> {
  const rows = await context.db.query<{ id: string; name: string; count: number }>(
    `select props->>'campaignId' as id, name, count(*)::int as count from event
     where name in ('experience_shown', 'experience_clicked', 'experience_dismissed', 'recommendation_clicked') and t >= $1 group by 1, 2`,
    [context.now() - COUNT_DAYS * DAY_MS],
  );
  const count = (id: string, ...names: string[]): number =>
    rows.filter((row) => row.id === id && names.includes(row.name)).reduce((sum, row) => sum + row.count, 0);
  return context.campaigns.campaigns.map((each) => ({
    id: each.id,
    name: each.name ?? each.id,
    status: each.status,
    paused: pauses.pausedAll || pauses.paused.includes(each.id),
    shown: count(each.id, 'experience_shown'),
    clicked: count(each.id, 'experience_clicked', 'recommendation_clicked'),
    dismissed: count(each.id, 'experience_dismissed'),
  }));
}

function view({ figures: n, hours, pauses, campaigns }: Overview, request: SectionRequest): Html {
  const { context } = request;
  const joined = n.orders === 0 ? null : (n.orders - n.unjoined) / n.orders;
  return html`${pauses.pausedAll ? html`<p class="notice bad" role="status">${messages.words.allPaused}</p>` : ''}
    ${figures([
      {
        name: messages.figures.visitors,
        value: formatNumber(n.visitors),
        note: `${formatNumber(n.active)} ${messages.words.in24Hours}`,
      },
      { name: messages.figures.sessionsIn24Hours, value: formatNumber(n.sessions) },
      {
        name: messages.figures.eventsIn24Hours,
        value: formatNumber(n.events),
        note: `${formatCount(n.repeats, 'repeat')} ${messages.words.dropped}`,
      },
      {
        name: messages.figures.orders,
        value: formatNumber(n.orders),
        note: `${formatShare(joined)} ${messages.words.joinedToVisitor}`,
      },
      { name: messages.figures.plays, value: formatNumber(n.plays) },
      {
        name: messages.figures.pointsHeldByShoppers,
        value: formatNumber(n.points),
        note: messages.words.points,
      },
    ])}
    ${activityChart(hours, context.now(), context.campaigns.zone)}
    ${table<CampaignRow>({
      caption: `${messages.captions.campaigns}, ${messages.words.in30Days}`,
      rows: campaigns,
      empty: messages.empty.campaigns,
      columns: [
        {
          title: messages.columns.campaign,
          cell: (row) => html`<strong>${row.name}</strong> <code>${row.id}</code>`,
        },
        {
          title: messages.columns.state,
          cell: (row) =>
            html`<span class="tag ${row.paused ? 'bad' : row.status === 'live' ? 'good' : ''}">${row.paused ? messages.words.paused : row.status}</span>`,
        },
        { title: messages.columns.shown, cell: (row) => formatNumber(row.shown), numeric: true },
        { title: messages.columns.clicked, cell: (row) => formatNumber(row.clicked), numeric: true },
        { title: messages.columns.dismissed, cell: (row) => formatNumber(row.dismissed), numeric: true },
        {
          title: messages.columns.switch,
          cell: (row) => pauseButton(request, row.id, pauses.paused.includes(row.id), `${row.name}`),
        },
      ],
    })}
    <p>${pauseButton(request, ALL_CAMPAIGNS, pauses.pausedAll, messages.words.allCampaigns)}</p>
    ${toolForm(request)}`;
}

function pauseButton(
  { context, operator }: SectionRequest,
  id: string,
  paused: boolean,
  name: string,
): Html | string {
  if (!hasRole(operator, 'publisher')) return paused ? messages.words.paused : '–';
  const all = id === ALL_CAMPAIGNS;
  return html`<form method="post" action="${context.basePath}/operator/api/pauses">
    <input type="hidden" name="campaignId" value="${id}"><input type="hidden" name="paused" value="${String(!paused)}">
    <button type="submit"${all && !paused ? html` class="danger"` : ''}>${paused ? messages.words.resume : messages.words.pause}<span${all ? '' : html` class="visually-hidden"`}> ${name}</span></button></form>`;
}

function toolForm({ context, operator }: SectionRequest): Html | string {
  if (!hasRole(operator, 'editor')) return '';
  return html`<h2>${messages.words.toolsOnPages}</h2>
    <form class="row" method="post" action="${context.basePath}/operator/api/tool-token">
      ${['debug', 'preview', 'pick'].map((tool) => html`<label class="check"><input type="checkbox" name="tools" value="${tool}"${tool === 'debug' ? html` checked` : ''}> ${tool}</label>`)}
      <button type="submit">${messages.words.makeToken}</button>
    </form>`;
}
