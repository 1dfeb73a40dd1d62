import type { TourView } from '@regulars/core';
import { stackOverlay } from '../lib/overlay-stack.ts';
import { placeStep } from './place-step.ts';
import { watchShown } from './showing.ts';
import { stepOf, type TourShow } from './tour.view.ts';

/** What is shown now. */
export interface ShownStep {
  /** Names this showing; another one is placed anew. */
  readonly key: string;
  readonly box: HTMLElement;
  readonly view: TourView;
  readonly show: TourShow;
  /** `null`: it stands by itself, or its target is searched again. */
  readonly target: Element | null;
}

/** What a shown step asks for. */
export interface ShownHooks {
  readonly leave: (cause: string) => unknown;
  readonly advance: (what: string) => unknown;
  readonly aside: () => void;
}

/** Places a step and watches the visitor while it is shown. */
export interface Placer {
  show(step: ShownStep): void;
  /** The target is searched again: nothing follows it, the box stays. */
  pause(): void;
  hide(): void;
}

/** Builds a placer for one element. */
export function createPlacer(host: HTMLElement, hooks: ShownHooks): Placer {
  let placed = '';
  let stopPlace: (() => void) | undefined;
  let stopEscape: (() => void) | undefined;
  // Ms waited on a step by its key: a route away and back goes on.
  const waits = new Map<string, { ms: number }>();
  const pause = (): void => {
    placed = '';
    stopPlace?.();
    stopPlace = undefined;
  };
  const place = ({ key, box, view, show, target }: ShownStep): void => {
    const { form, rtl, modal } = show;
    const sheet = form === 'sheet';
    const step = stepOf(view, sheet);
    const stop = placeStep({ host, box, target, sheet, step, rtl, leave: hooks.leave });
    const shown = new AbortController();
    const waited = waits.get(key) ?? { ms: 0 };
    waits.set(key, waited);
    watchShown({ own: host, box, step, target, modal, waited, ...hooks }, shown.signal);
    stopPlace = () => {
      shown.abort();
      stop();
    };
  };
  return {
    pause,
    show(step) {
      stopEscape ??= stackOverlay(document, () => hooks.leave('escape'));
      const name = `${step.key} ${step.show.form}`;
      // A target that is searched again leaves the box where it was.
      if (name === placed || (!step.target && step.show.form === 'tooltip')) return;
      pause();
      placed = name;
      place(step);
    },
    hide() {
      pause();
      stopEscape?.();
      stopEscape = undefined;
    },
  };
}
