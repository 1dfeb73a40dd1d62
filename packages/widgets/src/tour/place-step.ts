import { publishInsets, stickyInsets } from '../lib/anchor/insets.ts';
import { placeBox } from '../lib/anchor/place-box.ts';
import { prefersStill } from '../lib/motion.ts';
import type { TourStep } from '../lib/types.ts';
import { keepReach } from './keep-reach.ts';

/** One showing of a step. */
export interface Showing {
  readonly host: HTMLElement;
  readonly box: HTMLElement;
  /** `null`: it stands by itself. */
  readonly target: Element | null;
  readonly sheet: boolean;
  readonly step: TourStep;
  readonly rtl: boolean;
  readonly leave: (cause: string) => unknown;
}

/** Puts the box at its place and keeps it there. Returns its stop, which leaves the box where it is. */
export function placeStep({ host, box, target, sheet, step, rtl, leave }: Showing): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  box.style.left = '';
  box.style.top = '';
  box.style.maxBlockSize = '';
  delete box.dataset.edge;
  if (sheet) followSwipe(host, box, { leave, signal });
  if (!target) return () => stopped.abort();
  const find = (name: string): HTMLElement | null | undefined =>
    host.shadowRoot?.querySelector<HTMLElement>(name);
  const behavior = prefersStill() ? 'instant' : 'smooth';
  const reach =
    step.scroll === false
      ? null
      : keepReach({ target, own: host, sheet: sheet ? box : null, behavior }, signal);
  const stop = placeBox(
    target,
    { box, arrow: find('.arrow'), spot: find('.spot'), blocks: find('.blocks') },
    {
      tooltip: !sheet,
      placement: step.placement ?? 'auto',
      rtl,
      insets: () => stickyInsets(target),
      ...(reach && { moved: reach.moved }),
    },
  );
  return () => {
    stopped.abort();
    stop();
  };
}

/** The sheet tells what it covers, and is pulled down by its handle; what follows the finger comes after it. */
function followSwipe(
  host: HTMLElement,
  box: HTMLElement,
  { leave, signal }: { readonly leave: Showing['leave']; readonly signal: AbortSignal },
): void {
  const tell = (): void => publishInsets('tour', { top: 0, bottom: box.offsetHeight });
  tell();
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
