import { boardWindow, rankScores } from '@regulars/core/rules';
import type { Leaderboard, LeaderboardView } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';
import { type Actor, labelFor } from '../rewards/play.ts';

const TOP = 10;
/** More people with nicknames than this are ranked by the database's order of score alone. */
const PEOPLE_MAX = 20_000;

interface ScoreRow {
  readonly id: string;
  readonly nickname: string;
  readonly score: number;
  readonly reached_at: number;
}

/** A leaderboard as one person sees it; `null`: there is none of this id. */
export async function readLeaderboard(
  tx: Queryable,
  context: ServerContext,
  { actor, id }: { readonly actor: Actor; readonly id: string | undefined },
): Promise<LeaderboardView | null> {
  const boards = context.program.leaderboards ?? [];
  const board = id === undefined ? boards[0] : boards.find((each) => each.id === id);
  if (!board) return null;
  const { from, to } = boardWindow(board.window, context.now(), context.program.zone);
  const rows = await readScores(tx, context, { board, from });
  const ranked = rankScores(rows.map((row) => ({ ...row, reachedAt: row.reached_at })));
  const own = ranked.find((row) => row.id === actor.personId);
  const names = await tx.query<{ nickname: string }>(
    `select nickname from nickname where hidden_at is null and person_id in (${PERSONS}) limit 1`,
    [actor.personId],
  );
  return {
    id: board.id,
    name: labelFor(board.name, actor.locale, context.campaigns.fallbackLocales),
    metric: board.metric,
    rows: ranked.slice(0, board.top ?? TOP).map(({ rank, nickname, score, id: personId }) => ({
      rank,
      nickname,
      score,
      own: personId === actor.personId,
    })),
    ...(own && { own: { rank: own.rank, score: own.score } }),
    ...(names[0] && { nickname: names[0].nickname }),
    ...(to !== null && { endsAt: to }),
  };
}

/** Scores of everybody with a shown nickname, from paid orders that stand. */
function readScores(
  tx: Queryable,
  { program }: ServerContext,
  { board, from }: { readonly board: Leaderboard; readonly from: number },
): Promise<readonly ScoreRow[]> {
  const people = `select coalesce(p.merged_into, p.id) as id, max(n.nickname) as nickname
    from nickname n join person p on p.id = n.person_id where n.hidden_at is null group by 1`;
  const order = `o.paid_at is not null and o.cancelled_at is null and o.refunded < o.total and o.placed_at >= $1`;
  const sums = {
    orders: `select o.person_id, 1::bigint as score, o.placed_at as t from shop_order o where ${order}`,
    spend: `select o.person_id, o.total - o.refunded as score, o.placed_at as t from shop_order o where ${order} and o.currency = $2`,
    points: `select m.person_id, (s.points - coalesce((select sum(abs(r.points)) from movement v
        join posting r on r.movement_id = v.id and r.account like '%:' || v.person_id where v.reverses = m.id), 0))::bigint as score, m.t
      from movement m join posting s on s.movement_id = m.id and s.account in ('person:' || m.person_id, 'pending:' || m.person_id)
      where m.kind = 'earned' and m.source = 'order' and m.unit = 'points' and not m.untrusted and m.t >= $1`,
  }[board.metric];
  return tx.query<ScoreRow>(
    `with people as (${people}), deed as (${sums})
     select people.id, people.nickname, sum(deed.score)::bigint as score, max(deed.t)::bigint as reached_at
     from people join person p on p.id = people.id or p.merged_into = people.id join deed on deed.person_id = p.id
     group by 1, 2 order by 3 desc limit ${PEOPLE_MAX}`,
    board.metric === 'spend' ? [from, program.currency] : [from],
  );
}
