import { stickyInsets } from '../lib/anchor/insets.ts';
import { placeBox } from '../lib/anchor/place-box.ts';
import { nextTask } from '../lib/next-task.ts';
import { isTyping, stackOverlay } from '../lib/overlay-stack.ts';
import type { Attendant, ShownHooks, ShownStep } from './shown-step.ts';
import { arrowAct } from './tour.view.ts';

/** Places a step where it belongs; what attends it (reach, Tab, acts, swipes) is fetched once it stands. */
export interface Placer {
  show(step: ShownStep): void;
  /** The target is searched again: nothing follows it, the box stays. */
  pause(): void;
  hide(): void;
}

/** Builds a placer for one element. */
export function createPlacer(hooks: ShownHooks): Placer {
  const attending: Rest['attending'] = {};
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
      void place(step, { attending, hooks, waited: waitedOn(step), signal: stopped.signal });
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

interface Rest {
  /** What attends a step, once it was fetched. */
  readonly attending: { attend?: typeof import('./attend.ts').attend };
  readonly hooks: ShownHooks;
  readonly waited: { ms: number };
  readonly signal: AbortSignal;
}

/**
 * Laying out, placing, telling and attending are tasks of their own: the page answers between them, also on a slow
 * phone. Until it is placed the box cannot be seen.
 */
async function place(step: ShownStep, rest: Rest): Promise<void> {
  const { box, show } = step;
  const { signal, hooks, attending } = rest;
  if (show.form !== 'tooltip') box.style.left = box.style.top = box.style.maxBlockSize = '';
  delete box.dataset.edge;
  delete box.dataset.side;
  await nextTask();
  // Reading a size lays the page out.
  if (signal.aborted || box.offsetHeight < 0) return;
  await nextTask();
  if (signal.aborted) return;
  const look = follow(step, signal);
  await nextTask();
  if (signal.aborted) return;
  const known = attending.attend;
  // The keys are heard before the focus comes, and do not wait for what is fetched.
  onArrows(step, hooks, signal);
  if (known) look.attendant = known(step, rest);
  hooks.stands(step);
  if (known) return;
  try {
    attending.attend = (await import('./attend.ts')).attend;
    await nextTask();
    if (!signal.aborted) look.attendant = attending.attend(step, rest);
  } catch {
    // The step stands with its buttons and Escape; what would have attended it is missing.
  }
}

/** Arrow keys in the box, but in what has its own use for them. */
function onArrows({ box, show }: ShownStep, { next, back }: ShownHooks, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent): void => {
    const path = event.composedPath();
    if (event.defaultPrevented || isTyping(event) || !path.includes(box)) return;
    const act = arrowAct(event.key, show);
    if (!act || path.some((one) => one instanceof Element && one.matches('video, .inside'))) return;
    event.preventDefault();
    if (act === 'next') next();
    else back();
  };
  document.addEventListener('keydown', onKey, { signal });
}

/** Keeps box and spotlight at the target. */
function follow(
  { host, box, show, target, view }: ShownStep,
  signal: AbortSignal,
): { attendant?: Attendant | undefined } {
  const followed: { attendant?: Attendant | undefined } = {};
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
          moved: () => followed.attendant?.moved(),
        },
      ),
    );
  return followed;
}
