import type { TourView } from '@regulars/core';
import type { TourStep } from '../lib/types.ts';

/**
 * Where a step stands: still searching its target, at it, while it is away, in the middle, at the edge of the page, or
 * left by the visitor.
 */
export type TourPhase = 'waiting' | 'anchored' | 'away' | 'centred' | 'docked' | 'gone';

/** What the tour's template needs. */
export interface TourShow {
  readonly form: 'tooltip' | 'sheet' | 'centre' | 'dock';
  readonly title: string | undefined;
  readonly body: string;
  readonly first: boolean;
  readonly last: boolean;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly modal: boolean;
  readonly rtl: boolean;
  /** It has media, buttons or a slot, which come with a part of their own. */
  readonly rich: boolean;
}

/** A step as the device gets it. */
export function stepOf({ step }: TourView, phone: boolean): TourStep {
  const own = phone ? step.phone : undefined;
  return own ? { ...step, ...own, body: own.body ?? step.body } : step;
}

/** Name of one showing of a step: a new one starts the search anew. */
export function stepKey({ campaignId, step, index }: TourView, phone: boolean): string {
  return `${campaignId}/${index}/${step.id}${phone && step.phone ? '/phone' : ''}`;
}

/** What the resolver searches for a step; `null`: nothing, it is a centred card. */
export function queryOf(
  { target }: TourStep,
  texts: TourView['texts'],
): { readonly selectors: readonly string[]; readonly text?: string | undefined } | null {
  if (!target) return null;
  if (typeof target === 'string' || Array.isArray(target)) return { selectors: [target].flat() };
  // A text hint is a key of the content, or the words themselves.
  const { text, select } = target as Exclude<typeof target, readonly string[]>;
  return { selectors: [select].flat(), text: text && (texts[text] ?? text) };
}

/** Whether a step has more than words. */
export const isRich = ({ media, buttons, slot }: TourStep): boolean => !!(media || buttons || slot);

/** Whether a step waits for acts in the page; events of the journey are the engine's. */
export const hasActs = ({ advanceOn = [] }: TourStep): boolean =>
  [advanceOn].flat().some((act) => typeof act !== 'string' && !('event' in act));

/** Parts that a step needs before it is shown: with all that it holds, and hearing at once what it waits for. */
export const partsOf = (step: TourStep): readonly ('rich' | 'acts')[] => [
  ...(isRich(step) ? (['rich'] as const) : []),
  ...(hasActs(step) ? (['acts'] as const) : []),
];

const forms = { anchored: 'tooltip', centred: 'centre', docked: 'dock' } as const;

/** What to show of a step; `null` while its target is searched or away, or after the visitor left. */
export function tourShow(
  view: TourView | null,
  {
    phase,
    phone,
    ends = false,
  }: {
    readonly phase: TourPhase;
    readonly phone: boolean;
    /** Everything after it would be passed over. */
    readonly ends?: boolean | undefined;
  },
): TourShow | null {
  if (!view || phase === 'waiting' || phase === 'away' || phase === 'gone') return null;
  const { index, count, texts, dir, props } = view;
  const step = stepOf(view, phone);
  return {
    form: phone ? 'sheet' : forms[phase],
    title: step.title === undefined ? undefined : (texts[step.title] ?? step.title),
    body: texts[step.body] ?? step.body,
    first: index === 0,
    last: ends || index >= count - 1,
    number: index + 1,
    count: ends ? index + 1 : count,
    modal: step.modal ?? props.modal === true,
    rtl: dir === 'rtl',
    rich: isRich(step),
  };
}

/** What an arrow key means: on or back, mirrored in right-to-left; other keys nothing. */
export function arrowAct(key: string, { first, last, rtl }: TourShow): 'next' | 'back' | null {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return null;
  const onwards = (key === 'ArrowRight') !== rtl;
  if (onwards) return last ? null : 'next';
  return first ? null : 'back';
}
