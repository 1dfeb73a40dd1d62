import { findTarget, innerOf, matchesOf, type TargetProblem, type TargetQuery } from './find-target.ts';

const MUTATIONS = { subtree: true, childList: true, attributes: true, characterData: true };

/** What may show or hide an element without changing the document. */
const signs = ['resize', 'transitionend', 'animationend', 'load', 'toggle'];
const quiet = { passive: true, capture: true };

/** What following a target tells. */
export interface TargetFollower {
  /** Another node is the target now; `null` while it is searched again. */
  readonly onTarget: (target: Element | null) => void;
  /** Not visible within the time limit. The search goes on: a late target is told by `onTarget`. */
  readonly onMissing: (reason: TargetProblem) => void;
  /** The page changed, once per frame at most. */
  readonly onChange?: (() => void) | undefined;
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
  const { selectors } = query;
  let current: Element | null = null;
  let latest: TargetProblem = 'not-found';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let stopped = false;
  const observer = new MutationObserver(() => schedule());
  const events = new AbortController();
  const look = (): void => {
    frame = 0;
    if (stopped) return;
    // Observing a node again only replaces its options.
    watchRoots(selectors, root, (node) => observer.observe(node, MUTATIONS));
    const answer = findTarget(query, root);
    if (answer.type === 'missing') wait(answer.reason);
    else {
      clearTimeout(timer);
      timer = undefined;
      latest = 'not-found';
      if (answer.target !== current) {
        current = answer.target;
        onTarget(current);
      }
    }
    if (!stopped) onChange?.();
  };
  const wait = (reason: TargetProblem): void => {
    latest = current || latest === 'lost' ? 'lost' : reason;
    if (current) onTarget(null);
    current = null;
    timer ??= setTimeout(() => onMissing(latest), waitMs);
  };
  const schedule = (): void => {
    frame ||= requestAnimationFrame(look);
  };
  for (const type of signs) addEventListener(type, schedule, { ...quiet, signal: events.signal });
  look();
  return () => {
    stopped = true;
    events.abort();
    observer.disconnect();
    clearTimeout(timer);
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
