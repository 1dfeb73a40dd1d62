import type { LauncherRowView, LauncherView } from '@regulars/core';

/** Rows of one kind under their heading. */
export interface LauncherSection {
  readonly group: LauncherRowView['group'];
  readonly rows: readonly LauncherRowView[];
}

/** What the launcher's template needs. */
export interface LauncherShow {
  readonly open: boolean;
  readonly corner: 'start' | 'end';
  readonly title: string | undefined;
  readonly sections: readonly LauncherSection[];
  /** Key of the built-in sentence where there is no list. */
  readonly message: 'loading' | 'empty' | 'error' | undefined;
  readonly tips: boolean;
}

/** Sections in the order of their rows; a state without rows is said in words. */
export function launcherShow({ state, rows, props, texts, tips }: LauncherView): LauncherShow {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const ready = state === 'ready';
  return {
    open: state !== 'closed',
    corner: props.corner ?? 'end',
    title: texts.title,
    sections: ready
      ? groups.map((group) => ({ group, rows: rows.filter((row) => row.group === group) }))
      : [],
    message: ready ? (rows.length === 0 ? 'empty' : undefined) : state === 'closed' ? undefined : state,
    tips,
  };
}
