import type { ShownElsewhere } from '@regulars/schema';
import type { Queryable } from '../../db/database.ts';
import { PERSONS } from '../../rewards/ledger/persons.ts';

/** What a device keeps of a campaign at most. */
const SHOWS_MAX = 50;

/** Places of the words that count; a campaign that failed was not closed by anybody. */
const SHOWN = `select name, props ->> 'campaignId' as campaign, count(*)::int as times, max(t) as last_at,
    (array_agg(t order by t desc))[1:${SHOWS_MAX}] as latest
  from event
  where anonymous_id in (select anonymous_id from visitor where person_id in (${PERSONS})) and anonymous_id <> $2
    and name in ('experience_shown', 'holdout_reached', 'experience_dismissed', 'experience_completed', 'experience_clicked')
    and props ->> 'campaignId' = any($3)
    and coalesce(props ->> 'cause', '') not in ('failed', 'chunk', 'no-index', 'too-few-cards', 'missing')
  group by name, campaign`;

interface Row {
  readonly name: string;
  readonly campaign: string;
  readonly times: number;
  readonly last_at: number;
  readonly latest: readonly (number | string)[];
}

/**
 * What the other devices of a person saw of campaigns, as far as their journeys were told. The asking device's own is left
 * out: it knows better.
 */
export async function readShown(
  db: Queryable,
  { personId, anonymousId }: { readonly personId: string; readonly anonymousId: string },
  campaigns: readonly string[],
): Promise<Readonly<Record<string, ShownElsewhere>>> {
  if (campaigns.length === 0) return {};
  const rows = await db.query<Row>(SHOWN, [personId, anonymousId, campaigns]);
  const ids = [...new Set(rows.map(({ campaign }) => campaign))];
  return Object.fromEntries(ids.map((id) => [id, sum(rows.filter(({ campaign }) => campaign === id))]));
}

function sum(rows: readonly Row[]): ShownElsewhere {
  const of = (name: string): Row | undefined => rows.find((row) => row.name === name);
  const seen = [of('experience_shown'), of('holdout_reached')].filter((row) => row !== undefined);
  const dismissed = of('experience_dismissed');
  return {
    shows: seen
      .flatMap(({ latest }) => latest.map(Number))
      .sort((a, b) => a - b)
      .slice(-SHOWS_MAX),
    count: seen.reduce((all, { times }) => all + times, 0),
    dismissed: dismissed?.times ?? 0,
    completed: of('experience_completed')?.times ?? 0,
    clicked: of('experience_clicked')?.times ?? 0,
    ...(dismissed && { dismissedAt: Number(dismissed.last_at) }),
  };
}
