import { findTarget, innerOf, matchesOf, type TargetProblem, type TargetQuery } from './find-target.ts';

const MUTATIONS = { subtree: true, childList: true, attributes: true, characterData: true };

/** What may show or hide an element without changing the document. */
const signs = ['resize', 'transitionend', 'animationend', 'load', 'toggle'];

/** What following a target tells. */
export interface TargetFollower {
  /**
   * Another node is the target now. `null`: it is gone and searched again; with `hidden` it is there and cannot be seen,
   * which has no time limit: a shopper turned the phone or folded a menu.
   */
  readonly onTarget: (target: Element | null, hidden: boolean) => void;
  /** Not visible within the time limit. The search goes on: a late target is told by `onTarget`. */
  readonly onMissing: (reason: TargetProblem) => void;
  /** The page changed, once per frame at most. */
  readonly onChange?: (() => unknown) | undefined;
}

/** How to follow. */
export interface FollowOptions {
  /** Wait for the target, ms; 0: do not wait. */
  readonly waitMs: number;
  /** Default: the document. */
  readonly root?: Document | undefined;
}

/**
 * Searches the target until it is there and keeps it through re-renders: the page's mutations are watched, once per
 * frame at most; no frame loop, no polling. Tells at once what it finds at once. Returns its stop.
 */
export function followTarget(
  query: TargetQuery,
  { waitMs, root = document }: FollowOptions,
  { onTarget, onMissing, onChange }: TargetFollower,
): () => void {
  let current: Element | null = null;
  let found = false;
  let hidden = false;
  let latest: TargetProblem = 'not-found';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopTimer = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const take = (target: Element): void => {
    stopTimer();
    hidden = false;
    found = true;
    if (target === current) return;
    current = target;
    onTarget(target, false);
  };
  const wait = (reason: TargetProblem): void => {
    const hides = found && reason === 'not-visible';
    latest = found && !hides ? 'lost' : reason;
    if (current || hides !== hidden) onTarget(null, hides);
    current = null;
    hidden = hides;
    if (hides) stopTimer();
    else timer ??= setTimeout(() => onMissing(latest), waitMs);
  };
  const stop = watchPage(query.selectors, root, () => {
    const answer = findTarget(query, root);
    if (answer.type === 'found') take(answer.target);
    else wait(answer.reason);
    onChange?.();
  });
  return () => {
    stop();
    stopTimer();
  };
}

/** Calls `look` now and, once per frame at most, when the page may have changed. Returns its stop. */
function watchPage(selectors: readonly string[], root: Document, look: () => void): () => void {
  const stopped = new AbortController();
  let frame = 0;
  const observer = new MutationObserver(() => schedule());
  const turn = (): void => {
    frame = 0;
    if (stopped.signal.aborted) return;
    // Observing a node again only replaces its options.
    watchRoots(selectors, root, (node) => observer.observe(node, MUTATIONS));
    look();
  };
  const schedule = (): void => {
    frame ||= requestAnimationFrame(turn);
  };
  const options = { passive: true, capture: true, signal: stopped.signal };
  for (const type of signs) addEventListener(type, schedule, options);
  turn();
  return () => {
    stopped.abort();
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}

/** Roots whose mutations matter: the document, and the open shadow roots and frames along each path. */
function watchRoots(selectors: readonly string[], root: Document, watch: (node: Node) => void): void {
  watch(root);
  for (const selector of selectors) {
    const parts = selector.split('>>>');
    for (let depth = 1; depth < parts.length; depth += 1) {
      try {
        for (const host of matchesOf(parts.slice(0, depth).join('>>>'), root)) {
          const inner = innerOf(host);
          if (inner) watch(inner);
        }
      } catch {
        // Not CSS: `findTarget` gives the reason.
      }
    }
  }
}
