import type { TourView } from '@regulars/core';

/** Where a step stands: still searching its target, at it, in the middle, or left by the visitor. */
export type TourPhase = 'waiting' | 'anchored' | 'centred' | 'gone';

/** What the tour's template needs. */
export interface TourShow {
  readonly form: 'tooltip' | 'sheet' | 'centre';
  readonly title: string | undefined;
  readonly body: string;
  readonly first: boolean;
  readonly last: boolean;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly modal: boolean;
  readonly rtl: boolean;
}

/** Name of one showing of a step: a new one starts the search anew. */
export function stepKey({ campaignId, step, index }: TourView): string {
  return `${campaignId}/${index}/${step.id}`;
}

/** Selectors of a step in order; none: a centred card. */
export function selectorsOf({ step }: TourView): readonly string[] {
  const { target = [] } = step;
  return typeof target === 'string' ? [target] : target;
}

/** What to show of a step; `null` while its target is searched or after the visitor left. */
export function tourShow(
  view: TourView | null,
  { phase, phone }: { readonly phase: TourPhase; readonly phone: boolean },
): TourShow | null {
  if (!view || phase === 'waiting' || phase === 'gone') return null;
  const { step, index, count, texts, dir, props } = view;
  return {
    form: phone ? 'sheet' : phase === 'centred' ? 'centre' : 'tooltip',
    title: step.title === undefined ? undefined : (texts[step.title] ?? step.title),
    body: texts[step.body] ?? step.body,
    first: index === 0,
    last: index >= count - 1,
    number: index + 1,
    count,
    modal: props.modal === true,
    rtl: dir === 'rtl',
  };
}

/** What an arrow key means: on or back, mirrored in right-to-left; other keys nothing. */
export function arrowAct(key: string, { first, last, rtl }: TourShow): 'next' | 'back' | null {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return null;
  const onwards = (key === 'ArrowRight') !== rtl;
  if (onwards) return last ? null : 'next';
  return first ? null : 'back';
}
