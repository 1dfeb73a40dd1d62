import { autoUpdate, computePosition, flip, offset, type Placement, shift } from '@floating-ui/dom';
import type { TourStep } from '../lib/types.ts';

/** The parts that are placed. */
export interface PlacedParts {
  readonly box: HTMLElement;
  readonly arrow: HTMLElement;
  readonly spot: HTMLElement;
}

/** How to place. */
export interface PlaceOptions {
  /** `false`: only the spotlight follows (bottom sheet). */
  readonly tooltip: boolean;
  readonly placement: NonNullable<TourStep['placement']>;
  readonly rtl: boolean;
  /** Collision padding: what sticks to the edges, px. */
  readonly padding: { readonly top: number; readonly bottom: number };
}

/** Width of the arrow before it is turned, px; as in the stylesheet. */
const ARROW_PX = 14;
/** Space of the spotlight around its target, px. */
const SPOT_PX = 6;

/**
 * Keeps box, arrow and spotlight at the target through scrolling, resizing and layout shifts, without a frame loop.
 * All are written through the CSSOM. Returns its stop.
 */
export function placeBox(target: Element, parts: PlacedParts, options: PlaceOptions): () => void {
  const { box, spot } = parts;
  const update = (): void => {
    placeSpot(target, spot);
    if (!options.tooltip) return;
    placeTooltip(target, parts, options).catch(() => {
      // The target left the page between question and answer; the resolver tells it.
    });
  };
  return autoUpdate(target, box, update);
}

async function placeTooltip(
  target: Element,
  { box, arrow: pointer }: PlacedParts,
  options: PlaceOptions,
): Promise<void> {
  const padding = { left: 12, right: 12, top: options.padding.top + 12, bottom: options.padding.bottom + 12 };
  const { x, y, placement } = await computePosition(target, box, {
    strategy: 'fixed',
    placement: sideOf(options),
    middleware: [
      offset(18),
      // Only where it does not fit below or above: sideways `shift` moves it.
      flip({ padding, crossAxis: false, fallbackAxisSideDirection: 'start' }),
      shift({ padding, crossAxis: true }),
    ],
  });
  box.style.left = `${Math.round(x)}px`;
  box.style.top = `${Math.round(y)}px`;
  const aim = target.getBoundingClientRect();
  const beside = /^(left|right)/.test(placement);
  pointer.style.left = beside ? '' : `${between(aim.left + aim.width / 2 - x, box.offsetWidth)}px`;
  pointer.style.top = beside ? `${between(aim.top + aim.height / 2 - y, box.offsetHeight)}px` : '';
  // The stylesheet puts the arrow on the edge that looks at the target.
  box.dataset.side = placement.split('-')[0] ?? 'bottom';
}

/** Start of the arrow along an edge: its middle looks at the target, its corners stay off the box's round ones. */
function between(middle: number, length: number): number {
  return Math.round(Math.min(Math.max(middle - ARROW_PX / 2, 18), length - ARROW_PX - 18));
}

function placeSpot(target: Element, spot: HTMLElement): void {
  const { left, top, width, height } = target.getBoundingClientRect();
  spot.style.left = `${left - SPOT_PX}px`;
  spot.style.top = `${top - SPOT_PX}px`;
  spot.style.width = `${width + 2 * SPOT_PX}px`;
  spot.style.height = `${height + 2 * SPOT_PX}px`;
}

function sideOf({ placement, rtl }: PlaceOptions): Placement {
  if (placement === 'start') return rtl ? 'right' : 'left';
  if (placement === 'end') return rtl ? 'left' : 'right';
  return placement === 'top' ? 'top' : 'bottom';
}
