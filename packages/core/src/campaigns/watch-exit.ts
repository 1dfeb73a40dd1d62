import type { collectPort } from '../collect/collector.ts';
import type { PartContext } from '../journey/part.ts';
import type { Disposer } from '../lib/disposer.ts';
import { isExit, isScrollExit } from '../rules/exit-rule.ts';

/** A campaign that opens when the visitor is about to leave. */
interface Exit {
  readonly id: string;
  /** Ms on the page before it counts. */
  readonly minMs: number;
  readonly touch?: boolean | undefined;
}

/**
 * Watches for a visitor about to leave: the pointer through the top, or, for those that ask for it, a quick scroll back
 * up by touch. The history of the browser is never touched: a back button that stays is a trap.
 */
export function watchExit(
  exits: readonly Exit[],
  {
    context,
    disposer,
    fire,
  }: { readonly context: PartContext; readonly disposer: Disposer; readonly fire: (id: string) => void },
): void {
  const startMs = performance.now();
  let told = false;
  const leave = (how: string, those: readonly Exit[]): void => {
    for (const { id } of those) fire(id);
    if (told || !those.length) return;
    told = true;
    // What a collector of the page tells as well is the same exit. By its name: an import would cost every page a few bytes.
    const [page] = context.ports.use('collect' as typeof collectPort);
    if (page) page.record('campaign', 'exit_intended', { how });
    else context.journey.track('exit_intended', { how });
  };
  disposer.on(document, 'mouseout', (event) => {
    if (!(event instanceof MouseEvent)) return;
    const exit = {
      y: event.clientY,
      inside: event.relatedTarget !== null,
      controlOpen: document.activeElement instanceof HTMLSelectElement,
      dragging: event.buttons !== 0,
      sinceMs: performance.now() - startMs,
    };
    leave(
      'pointer',
      exits.filter(({ minMs }) => isExit(exit, minMs)),
    );
  });
  const touched = exits.filter(({ touch }) => touch);
  if (touched.length)
    watchTouch(
      (scroll) =>
        leave(
          'scroll',
          touched.filter(({ minMs }) => isScrollExit({ ...scroll, minMs })),
        ),
      disposer,
      startMs,
    );
}

/** Tells of each run upwards on a screen without a pointer that hovers. */
function watchTouch(
  told: (scroll: { upPx: number; ms: number; deepest: number; sinceMs: number }) => void,
  disposer: Disposer,
  startMs: number,
): void {
  let last = scrollY;
  let turn = { at: performance.now(), y: scrollY };
  let deepest = 0;
  disposer.on(
    window,
    'scroll',
    () => {
      const now = performance.now();
      const y = scrollY;
      deepest = Math.max(deepest, (y + innerHeight) / document.documentElement.scrollHeight);
      if (y >= last || now - turn.at > 1000) turn = { at: now, y };
      else if (matchMedia('(hover: none)').matches)
        told({ upPx: turn.y - y, ms: now - turn.at, deepest, sinceMs: now - startMs });
      last = y;
    },
    { passive: true },
  );
}
