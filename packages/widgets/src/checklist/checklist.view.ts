import type { ChecklistReward, ChecklistView } from '@regulars/core';
import { type GuidanceAction, wordedAction } from '../lib/guidance-action-rule.ts';

/** One mission as a row. */
export interface MissionRow {
  readonly id: string;
  readonly title: string;
  readonly body: string | undefined;
  readonly done: boolean;
  readonly count: number;
  readonly goal: number;
  /** None once it is done. */
  readonly action: GuidanceAction | undefined;
}

/** What the checklist's template needs. */
export interface ChecklistShow {
  readonly title: string | undefined;
  readonly body: string | undefined;
  readonly folded: boolean;
  readonly rows: readonly MissionRow[];
  readonly done: number;
  readonly count: number;
  readonly finished: boolean;
  readonly reward: ChecklistReward | undefined;
  /** Words of the campaign for the reward; none: built-in ones. */
  readonly rewardWords: string | undefined;
}

/** What to show: missions in their order, done ones without their button. */
export function checklistShow({ props, texts, progress, folded, reward }: ChecklistView): ChecklistShow {
  const rows = props.missions.map(({ id, title, body, action }): MissionRow => {
    const { count = 0, goal = 1 } = progress.find((one) => one.id === id) ?? {};
    const done = count >= goal;
    return {
      id,
      title: texts[title] ?? title,
      body: body === undefined ? undefined : (texts[body] ?? body),
      done,
      count,
      goal,
      action: done || !action ? undefined : wordedAction(action, texts),
    };
  });
  const done = rows.filter((row) => row.done).length;
  return {
    title: texts.title,
    body: texts.body,
    folded,
    rows,
    done,
    count: rows.length,
    finished: done === rows.length,
    reward,
    rewardWords: texts.reward,
  };
}
