import { stickyInsets } from '../lib/anchor/insets.ts';
import { placeBox } from '../lib/anchor/place-box.ts';
import { stackOverlay } from '../lib/overlay-stack.ts';
import type { Attendant, ShownHooks, ShownStep } from './shown-step.ts';

/** Places a step where it belongs; what attends it (reach, keys, acts, swipes) is fetched once it stands. */
export interface Placer {
  show(step: ShownStep): void;
  /** The target is searched again: nothing follows it, the box stays. */
  pause(): void;
  hide(): void;
}

/** Builds a placer for one element. */
export function createPlacer(hooks: ShownHooks): Placer {
  let placed = '';
  let stopped: AbortController | undefined;
  let stopEscape: (() => void) | undefined;
  const pause = (): void => {
    placed = '';
    stopped?.abort();
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
      stopped = new AbortController();
      place(step, { hooks, waited: waitedOn(step), signal: stopped.signal });
    },
    hide() {
      pause();
      stopEscape?.();
      stopEscape = undefined;
    },
  };
}

/** Ms waited by tour (its props) and step: an element made anew after a route away and back goes on. */
const waits = new WeakMap<object, Map<string, { ms: number }>>();

function waitedOn({ view, key }: ShownStep): { ms: number } {
  const own = waits.get(view.props) ?? new Map<string, { ms: number }>();
  waits.set(view.props, own);
  const waited = own.get(key) ?? { ms: 0 };
  own.set(key, waited);
  return waited;
}

function place(
  step: ShownStep,
  rest: { readonly hooks: ShownHooks; readonly waited: { ms: number }; readonly signal: AbortSignal },
): void {
  const { host, box, show, target, view } = step;
  const { signal } = rest;
  let attendant: Attendant | undefined;
  box.style.left = box.style.top = box.style.maxBlockSize = '';
  delete box.dataset.edge;
  const find = (name: string): HTMLElement | null | undefined =>
    host.shadowRoot?.querySelector<HTMLElement>(name);
  if (target)
    signal.addEventListener(
      'abort',
      placeBox(
        target,
        { box, arrow: find('.arrow'), spot: find('.spot'), blocks: find('.blocks') },
        {
          tooltip: show.form !== 'sheet',
          placement: view.step.placement ?? 'auto',
          rtl: show.rtl,
          insets: () => stickyInsets(target),
          moved: () => attendant?.moved(),
        },
      ),
    );
  import('./attend.ts').then(
    ({ attend }) => {
      if (!signal.aborted) attendant = attend(step, rest);
    },
    () => {
      // The step stands with its buttons and Escape; what would have attended it is missing.
    },
  );
}
