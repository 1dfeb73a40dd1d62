import type { Quest, QuestStep } from '@regulars/schema';

const DAY_MS = 86_400_000;

/** Something that a person did, as quests and badges count it. */
export interface Deed {
  /** Epoch ms. */
  readonly t: number;
  readonly name: string;
  /** Products it was about: one of a view, all of an order. */
  readonly products: readonly { readonly id: string; readonly category?: string | undefined }[];
  /** Minor units of the program's currency; orders only. */
  readonly total?: number | undefined;
  /** Number of its local day. */
  readonly day: number;
}

/** What was finished before. */
export interface QuestPast {
  readonly completions: number;
  /** Epoch ms; 0: never. */
  readonly lastAt: number;
}

/** Bounds of a quest as instants, epoch ms. */
export interface QuestWindow {
  readonly from: number;
  readonly to: number;
}

/** A person's way in a quest. */
export interface QuestProgress {
  readonly steps: readonly { readonly id: string; readonly done: number; readonly times: number }[];
  /** Times at which it was finished anew, epoch ms, oldest first. */
  readonly finishedAt: readonly number[];
  /** All completions, those before included. */
  readonly completions: number;
  readonly state: 'open' | 'done' | 'ended' | 'waiting';
  /** End of this attempt or of the challenge, epoch ms; `null`: none. */
  readonly endsAt: number | null;
}

interface Attempt {
  readonly startedAt: number | null;
  /** Index of the deed that began it. */
  readonly from: number;
  /** What counted of each step, by key (product, day or number of the deed). */
  readonly marks: readonly ReadonlySet<string>[];
}

/**
 * Folds deeds, ordered by time, into a quest: what was finished after `past`, and the attempt under way. A deed counts for
 * every open step that it fits; with order `listed` only for the first open one. Pure.
 */
export function foldQuest(
  quest: Quest,
  deeds: readonly Deed[],
  where: { readonly window: QuestWindow; readonly past: QuestPast; readonly now: number },
): QuestProgress {
  const { window, past, now } = where;
  const most = quest.repeat?.times ?? 1;
  const pauseMs = (quest.repeat?.pauseDays ?? 0) * DAY_MS;
  const finishedAt: number[] = [];
  let opensAt = past.completions > 0 ? past.lastAt + pauseMs : Number.NEGATIVE_INFINITY;
  let lastAt = past.completions > 0 ? past.lastAt : Number.NEGATIVE_INFINITY;
  let attempt = newAttempt(quest, 0);
  for (let at = 0; at < deeds.length && past.completions + finishedAt.length < most; at += 1) {
    const deed = deeds[at];
    if (!deed || deed.t <= lastAt || deed.t < opensAt || deed.t < window.from || deed.t >= window.to)
      continue;
    if (isOver(quest, attempt, deed.t)) {
      // The attempt ran out of days: it starts anew behind its first deed.
      at = attempt.from;
      attempt = newAttempt(quest, at);
      continue;
    }
    attempt = addDeed(quest, attempt, deed, at);
    if (!quest.steps.every((step, index) => isStepDone(step, attempt.marks[index]))) continue;
    finishedAt.push(deed.t);
    lastAt = deed.t;
    opensAt = deed.t + pauseMs;
    attempt = newAttempt(quest, at);
  }
  const completions = past.completions + finishedAt.length;
  const isRunning = attempt.startedAt !== null && !isOver(quest, attempt, now);
  const shown = isRunning ? attempt : newAttempt(quest, 0);
  const isDone = completions >= most;
  return {
    steps: quest.steps.map((step, index) => {
      const times = step.times ?? 1;
      return { id: step.id, times, done: isDone ? times : Math.min(times, shown.marks[index]?.size ?? 0) };
    }),
    finishedAt,
    completions,
    state: isDone
      ? 'done'
      : now >= window.to
        ? 'ended'
        : now < window.from || now < opensAt
          ? 'waiting'
          : 'open',
    endsAt: endOf(quest, isRunning ? attempt.startedAt : null, window),
  };
}

const newAttempt = (quest: Quest, from: number): Attempt => ({
  startedAt: null,
  from,
  marks: quest.steps.map(() => new Set<string>()),
});

function isOver(quest: Quest, { startedAt }: Attempt, t: number): boolean {
  return quest.withinDays !== undefined && startedAt !== null && t >= startedAt + quest.withinDays * DAY_MS;
}

function endOf(quest: Quest, startedAt: number | null, { to }: QuestWindow): number | null {
  const own =
    quest.withinDays === undefined || startedAt === null
      ? Number.POSITIVE_INFINITY
      : startedAt + quest.withinDays * DAY_MS;
  const end = Math.min(own, to);
  return Number.isFinite(end) ? end : null;
}

const isStepDone = (step: QuestStep, marks: ReadonlySet<string> | undefined): boolean =>
  (marks?.size ?? 0) >= (step.times ?? 1);

function addDeed(quest: Quest, attempt: Attempt, deed: Deed, at: number): Attempt {
  const open = quest.steps.findIndex((step, index) => !isStepDone(step, attempt.marks[index]));
  const marks = quest.steps.map((step, index) => {
    const had = attempt.marks[index] ?? new Set<string>();
    const mayCount = quest.order === 'listed' ? index === open : !isStepDone(step, had);
    return mayCount ? new Set([...had, ...marksOf(step, deed, at)]) : had;
  });
  const grew = marks.some((set, index) => set.size > (attempt.marks[index]?.size ?? 0));
  if (!grew) return attempt;
  return attempt.startedAt === null ? { startedAt: deed.t, from: at, marks } : { ...attempt, marks };
}

/** Keys under which a deed counts for a step; none: it does not. */
function marksOf(step: QuestStep, deed: Deed, at: number): readonly string[] {
  if (deed.name !== step.on) return [];
  const { category, product, minTotal } = step.where ?? {};
  if (minTotal !== undefined && (deed.total ?? -1) < minTotal) return [];
  const fitting = deed.products.filter(
    (each) =>
      (product === undefined || each.id === product) &&
      (category === undefined || each.category === category),
  );
  if ((product !== undefined || category !== undefined) && fitting.length === 0) return [];
  if (step.distinct === 'product') return fitting.map(({ id }) => id);
  return [step.distinct === 'day' ? String(deed.day) : String(at)];
}
