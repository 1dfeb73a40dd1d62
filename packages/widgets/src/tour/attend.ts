import { publishInsets } from '../lib/anchor/published-insets.ts';
import { joinTab } from '../lib/join-tab.ts';
import { prefersStill } from '../lib/motion.ts';
import { keepReach } from './keep-reach.ts';
import { watchFuture } from './look-ahead.ts';
import type { Attendant, ShownHooks, ShownStep } from './shown-step.ts';
import { hasActs, stepOf } from './tour.view.ts';
import { watchDialogs, watchElsewhere } from './yields.ts';

/** What attending needs besides the step. */
export interface AttendOptions {
  readonly hooks: ShownHooks;
  /** Ms already waited on this step. */
  readonly waited: { ms: number };
  readonly signal: AbortSignal;
}

/**
 * Attends a step while it is shown: keeps its target in reach, joins the two for Tab, hears swipes and the acts it
 * waits for, and puts it aside when the visitor does something else. Ends with the signal.
 */
export function attend(shown: ShownStep, { hooks, waited, signal }: AttendOptions): Attendant {
  const { host, box, view, show, target } = shown;
  const sheet = show.form === 'sheet' ? box : null;
  const step = stepOf(view, !!sheet);
  const onTab = (event: KeyboardEvent): void => {
    if (!event.defaultPrevented) joinTab(event, box, { target, modal: show.modal });
  };
  document.addEventListener('keydown', onTab, { signal });
  watchFuture(view, hooks.ends, signal);
  if (target) watchDialogs(target, hooks.aside, signal);
  const wanted = [step.advanceOn ?? []].flat().flatMap((act) => {
    if (typeof act === 'string') return [];
    return 'clicks' in act ? act.clicks : 'valid' in act ? act.valid : [];
  });
  if (!show.modal) watchElsewhere({ own: host, target, wanted, aside: () => hooks.aside('visitor') }, signal);
  if (sheet) attendSheet(shown, hooks, signal);
  if (hasActs(step))
    import('./acts.ts').then(
      ({ watchActs }) => signal.aborted || watchActs({ step, waited, done: hooks.advance }, signal),
      () => {
        // The step stays with its buttons.
      },
    );
  if (!target || step.scroll === false) return { moved: () => {} };
  const behavior = prefersStill() ? 'instant' : 'smooth';
  return keepReach({ target, own: host, sheet, behavior }, signal);
}

/** The sheet tells what it covers, and is pulled down by its handle; what follows the finger comes after it. */
function attendSheet({ host, box }: ShownStep, { leave }: ShownHooks, signal: AbortSignal): void {
  publishInsets('tour', { top: 0, bottom: box.offsetHeight });
  signal.addEventListener('abort', () => publishInsets('tour', null));
  const grip = host.shadowRoot?.querySelector<HTMLElement>('.grip');
  import('../lib/swipe-down.ts').then(
    ({ swipeDown }) => {
      const start = (event: PointerEvent): void =>
        swipeDown(event, box, { leave: () => leave('swipe'), signal });
      if (!signal.aborted) grip?.addEventListener('pointerdown', start, { signal });
    },
    () => {
      // The sheet stays where it is; its buttons work.
    },
  );
}
