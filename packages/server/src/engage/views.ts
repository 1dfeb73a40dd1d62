import { dateOfDay, unitOf } from '@regulars/core/rules';
import type { BadgeView, QuestView, StreakView } from '@regulars/schema';
import type { BadgeStanding } from './badges.ts';
import type { QuestStanding } from './quests.ts';
import type { StreakOf } from './streaks.ts';

/** A label in the person's language. */
export type ViewText = (label: Readonly<Record<string, string>>) => string;

const DAYS_SHOWN = 14;

/** A badge as its element shows it. Pure. */
export function viewBadge({ badge, done, goal, earnedAt }: BadgeStanding, text: ViewText): BadgeView {
  return {
    id: badge.id,
    name: text(badge.name),
    ...(badge.description && { description: text(badge.description) }),
    ...(earnedAt !== null && { earnedAt }),
    done,
    goal,
  };
}

/** A quest as its element shows it. Pure. */
export function viewQuest({ quest, progress }: QuestStanding, text: ViewText): QuestView {
  const { reward } = quest;
  return {
    id: quest.id,
    name: text(quest.name),
    ...(quest.description && { description: text(quest.description) }),
    order: quest.order ?? 'any',
    state: progress.state,
    steps: quest.steps.map((step, index) => ({
      id: step.id,
      label: text(step.label),
      done: progress.steps[index]?.done ?? 0,
      times: step.times ?? 1,
    })),
    reward: reward.type === 'points' ? { type: reward.type, points: reward.points } : { type: reward.type },
    completions: progress.completions,
    ...(progress.endsAt !== null && { endsAt: progress.endsAt }),
  };
}

/** A streak as its element shows it, with its last fourteen days. Pure. */
export function viewStreak(
  { streak, rule, standing, marked }: StreakOf,
  { text, now }: { readonly text: ViewText; readonly now: number },
): StreakView {
  const { count, longest, doneNow, keepUntil, freezes, frozen } = standing;
  const today = unitOf(now, { ...rule, every: 'day' });
  const dayState = (day: number): StreakView['days'][number]['state'] => {
    if (marked.has(day)) return 'done';
    if (frozen.includes(day)) return 'frozen';
    return day === today ? 'open' : 'missed';
  };
  return {
    id: streak.id,
    name: text(streak.name),
    every: rule.every,
    count,
    longest,
    doneNow,
    ...(keepUntil !== null && { keepUntil }),
    ...(rule.device && { deviceZone: rule.zone }),
    freezes,
    milestones: streak.milestones.map((each) => ({
      count: each.count,
      reward: each.reward.type,
      reached: count >= each.count,
    })),
    days:
      rule.every === 'week'
        ? []
        : Array.from({ length: DAYS_SHOWN }, (_, at) => today - DAYS_SHOWN + 1 + at).map((day) => ({
            date: dateOfDay(day),
            state: dayState(day),
          })),
  };
}
