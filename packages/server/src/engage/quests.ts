import { foldQuest, parseInstant, type QuestProgress, type QuestWindow } from '@regulars/core/rules';
import type { Quest } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { emit } from '../outbox/emit.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';
import { readDeeds } from './read-deeds.ts';
import { rewardOnce } from './reward-once.ts';

/** A quest and where a person stands in it. */
export interface QuestStanding {
  readonly quest: Quest;
  readonly progress: QuestProgress;
}

/** Brings the quests of a locked person up to now: notes what was finished, pays it, tells the shop. */
export async function settleQuests(
  tx: Queryable,
  context: ServerContext,
  personId: string,
): Promise<readonly QuestStanding[]> {
  const quests = context.program.quests ?? [];
  if (quests.length === 0) return [];
  const names = [...new Set(quests.flatMap(({ steps }) => steps.map(({ on }) => on)))];
  const done = await tx.query<{ quest: string; finished_at: number }>(
    `select quest, finished_at from quest_done where person_id in (${PERSONS})`,
    [personId],
  );
  const deeds = await readDeeds(tx, context, { personId, names, since: 0 });
  const standings: QuestStanding[] = [];
  for (const quest of quests) {
    const times = done.filter((each) => each.quest === quest.id).map((each) => each.finished_at);
    const past = { completions: times.length, lastAt: Math.max(0, ...times) };
    const progress = foldQuest(quest, deeds, { window: windowOf(context, quest), past, now: context.now() });
    for (const t of progress.finishedAt) await finish(tx, context, { quest, personId, t });
    standings.push({ quest, progress });
  }
  return standings;
}

function windowOf({ program }: ServerContext, { from, to }: Quest): QuestWindow {
  const read = (text: string | undefined, otherwise: number): number =>
    text === undefined ? otherwise : (parseInstant(text, program.zone) ?? otherwise);
  return { from: read(from, Number.NEGATIVE_INFINITY), to: read(to, Number.POSITIVE_INFINITY) };
}

async function finish(
  tx: Queryable,
  context: ServerContext,
  { quest, personId, t }: { readonly quest: Quest; readonly personId: string; readonly t: number },
): Promise<void> {
  const { id, name, reward, budget, steps } = quest;
  await tx.query(
    'insert into quest_done (person_id, quest, finished_at) values ($1, $2, $3) on conflict do nothing',
    [personId, id, t],
  );
  const untrusted = steps.some(({ on }) => on !== 'order_placed');
  const nth = String(t);
  const now = context.now();
  const gift = { personId, source: 'quest', id, nth, reward, label: name, t: now, untrusted } as const;
  const paid = await rewardOnce(tx, context, { ...gift, budget });
  await emit(tx, context, {
    type: 'quest_completed',
    key: `${id}:${personId}:${nth}`,
    personId,
    t: now,
    content: { questId: id, finishedAt: t, reward: paid ? reward.type : 'none' },
  });
}
