import { followTarget } from '../lib/anchor/follow-target.ts';
import type { TourStep } from '../lib/types.ts';

type Act = Exclude<Extract<NonNullable<TourStep['advanceOn']>, readonly unknown[]>[number], string>;

/** What watching the acts of a step needs. */
export interface ActsOptions {
  readonly step: TourStep;
  /** Runs once, when one of them was done; told which. */
  readonly done: (what: string) => unknown;
  /** Ms already waited on this step, kept while it is not shown. */
  readonly waited: { ms: number };
}

/** Watches what the visitor does in the page; events of the journey are the engine's. Ends with the signal. */
export function watchActs({ step, done, waited }: ActsOptions, signal: AbortSignal): void {
  let over = false;
  const finish = (what: string): void => {
    if (over || signal.aborted) return;
    over = true;
    done(what);
  };
  for (const act of [step.advanceOn ?? []].flat())
    if (typeof act !== 'string') watch(act, finish, { waited, signal });
}

type Rest = Pick<ActsOptions, 'waited'> & { readonly signal: AbortSignal };

function watch(act: Act, finish: (what: string) => void, { waited, signal }: Rest): void {
  if ('waitMs' in act) waitFor(act.waitMs, () => finish('wait'), { waited, signal });
  if ('clicks' in act) watchClicks(act.clicks, () => finish('click'), signal);
  if ('valid' in act) watchForm(act.valid, () => finish('valid'), signal);
  const selector = 'appears' in act ? act.appears : 'disappears' in act ? act.disappears : undefined;
  if (selector === undefined) return;
  let seen = false;
  const stop = followTarget(
    { selectors: [selector] },
    { waitMs: 2 ** 31 - 1 },
    {
      onTarget(target) {
        if ('appears' in act ? target : seen && !target) queueMicrotask(() => finish('element'));
        seen = seen || !!target;
      },
      onMissing: () => {},
    },
  );
  signal.addEventListener('abort', stop);
}

/** Time counts while the step is shown and the page looked at. */
function waitFor(ms: number, finish: () => void, { waited, signal }: Rest): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const pause = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    waited.ms += performance.now() - since;
  };
  const look = (): void => {
    pause();
    if (signal.aborted || document.visibilityState !== 'visible') return;
    since = performance.now();
    timer = setTimeout(finish, Math.max(0, ms - waited.ms));
  };
  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', pause);
  look();
}

const isIn = (event: Event, selector: string): boolean =>
  event.composedPath().some((one) => {
    try {
      return one instanceof Element && one.matches(selector);
    } catch {
      // Not CSS: nothing is in it.
      return false;
    }
  });

/** Heard on the document, at once: what is clicked may be made later, and may lead away from this page. */
function watchClicks(selector: string, finish: () => void, signal: AbortSignal): void {
  const onClick = (event: Event): void => {
    if (isIn(event, selector)) finish();
  };
  document.addEventListener('click', onClick, { capture: true, signal });
}

/** A form or field that the visitor filled in. */
function watchForm(selector: string, finish: () => void, signal: AbortSignal): void {
  const look = (event: Event): void => {
    const own = event
      .composedPath()
      .find(
        (one): one is Element => one instanceof Element && isIn(event, selector) && one.matches(selector),
      );
    if (own?.matches(':valid')) finish();
  };
  for (const type of ['input', 'change']) document.addEventListener(type, look, { capture: true, signal });
}
