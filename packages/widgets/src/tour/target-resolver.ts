/** Why no target was found. */
export type TargetProblem = 'selector-invalid' | 'not-found' | 'not-visible' | 'lost';

/** The target, or the reason why there is none. */
export type TargetAnswer =
  | { readonly type: 'found'; readonly target: Element }
  | { readonly type: 'missing'; readonly reason: TargetProblem };

/**
 * Finds the first visible match: selectors in order, all matches of each, since shops keep a desktop and a phone copy.
 * `host >>> .inner` steps into open shadow roots. Never throws; a selector that is not CSS is a reason.
 */
export function findTarget(selectors: readonly string[], root: Document | ShadowRoot): TargetAnswer {
  let reason: TargetProblem = 'not-found';
  for (const selector of selectors) {
    let matches: readonly Element[];
    try {
      matches = matchesOf(selector, root);
    } catch {
      if (reason === 'not-found') reason = 'selector-invalid';
      continue;
    }
    const target = matches.find(isVisible);
    if (target) return { type: 'found', target };
    if (matches.length > 0) reason = 'not-visible';
  }
  return { type: 'missing', reason };
}

/** Whether a visitor could see it after scrolling: rendered, not inert, not parked beside the page. */
export function isVisible(element: Element): boolean {
  const { width, height, right, left } = element.getBoundingClientRect();
  if (width < 1 || height < 1) return false;
  const shown = element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? true;
  if (!shown || element.closest('[inert]')) return false;
  return (right > 0 && left < innerWidth) || canScrollTo(element);
}

/** Beside the viewport: only what a sideways scroller holds can be brought back; a closed drawer cannot. */
function canScrollTo(element: Element): boolean {
  const { right, left } = element.getBoundingClientRect();
  for (let node = element.parentElement; node; node = node.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(node).overflowX) && node !== document.scrollingElement) continue;
    const box = node.getBoundingClientRect();
    // Content before the start of a scroller cannot be reached: scroll offsets begin there.
    const rtl = getComputedStyle(node).direction === 'rtl';
    const [start, end] = [box.left - Math.abs(node.scrollLeft), box.left + node.scrollWidth];
    if (
      node.scrollWidth > node.clientWidth &&
      (rtl ? left < box.right : right > start) &&
      (rtl || left < end)
    )
      return true;
  }
  return false;
}

const MUTATIONS = { subtree: true, childList: true, attributes: true };

/** What following a target tells. */
export interface TargetFollower {
  /** Another node is the target now; `null` while it is searched again. */
  readonly onTarget: (target: Element | null) => void;
  /** Not visible within the time limit. The search goes on: a late target is told by `onTarget`. */
  readonly onMissing: (reason: TargetProblem) => void;
}

/**
 * Searches the target until it is there and keeps it through re-renders: the page's mutations are watched, once per
 * frame at most; no frame loop, no polling. Returns its stop.
 */
export function followTarget(
  selectors: readonly string[],
  { waitMs, root = document }: { readonly waitMs: number; readonly root?: Document },
  { onTarget, onMissing }: TargetFollower,
): () => void {
  let current: Element | null = null;
  let latest: TargetProblem = 'not-found';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let stopped = false;
  const observer = new MutationObserver(() => schedule());
  const look = (): void => {
    frame = 0;
    if (stopped) return;
    // Observing a node again only replaces its options.
    watchRoots(selectors, root, (node) => observer.observe(node, MUTATIONS));
    const answer = findTarget(selectors, root);
    if (answer.type === 'missing') {
      wait(answer.reason);
      return;
    }
    clearTimeout(timer);
    timer = undefined;
    if (answer.target === current) return;
    current = answer.target;
    latest = 'not-found';
    onTarget(current);
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
  const events = new AbortController();
  for (const type of ['resize', 'transitionend', 'animationend', 'load']) {
    window.addEventListener(type, schedule, { passive: true, capture: true, signal: events.signal });
  }
  look();
  return () => {
    stopped = true;
    events.abort();
    observer.disconnect();
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
}

function matchesOf(selector: string, root: Document | ShadowRoot): readonly Element[] {
  const [first = '', ...inner] = selector.split('>>>');
  let found = [...root.querySelectorAll(first)];
  for (const part of inner)
    found = found.flatMap((host) => [...(host.shadowRoot?.querySelectorAll(part) ?? [])]);
  return found;
}

/** Roots whose mutations matter: the document and the open shadow roots along each path. */
function watchRoots(selectors: readonly string[], root: Document, watch: (node: Node) => void): void {
  watch(root);
  for (const selector of selectors) {
    const parts = selector.split('>>>');
    for (let depth = 1; depth < parts.length; depth += 1) {
      try {
        for (const host of matchesOf(parts.slice(0, depth).join('>>>'), root))
          if (host.shadowRoot) watch(host.shadowRoot);
      } catch {
        // Not CSS: `findTarget` gives the reason.
      }
    }
  }
}
