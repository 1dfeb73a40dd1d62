import { computePosition, flip, offset, type Placement, shift } from '@floating-ui/core';
import { autoUpdate } from '@floating-ui/dom';
import { boxOf, shownPartOf } from './composed.ts';
import type { Insets } from './insets.ts';
import { topLayer } from './top-layer-platform.ts';

/** The parts that are placed. */
export interface PlacedParts {
  readonly box: HTMLElement;
  readonly arrow?: HTMLElement | null | undefined;
  /** The ring around the target. */
  readonly spot?: HTMLElement | null | undefined;
  /** What keeps the page from being used: it gets a hole over the target. */
  readonly blocks?: HTMLElement | null | undefined;
}

/** How to place. */
export interface PlaceOptions {
  /** `false`: only the spotlight follows (bottom sheet). */
  readonly tooltip: boolean;
  /** Wished side; `auto`: below, else above. */
  readonly placement: 'top' | 'bottom' | 'start' | 'end' | 'auto';
  readonly rtl: boolean;
  /** Collision padding: what sticks to the edges, asked at each update, px. */
  readonly insets: () => Insets;
  /** Runs after each update. */
  readonly moved?: (() => void) | undefined;
}

/** Width of the arrow before it is turned, px; as in the stylesheet. */
const ARROW_PX = 14;
/** Space of the spotlight around its target, px. */
const SPOT_PX = 6;
const EDGE_PX = 12;

/**
 * Keeps box, arrow and spotlight at the target through scrolling, resizing and layout shifts, without a frame loop.
 * All are written through the CSSOM. Tells the side it is on as `data-side` of the box, and a target that its scroller
 * hides as `data-free`. Returns its stop.
 */
export function placeBox(target: Element, parts: PlacedParts, options: PlaceOptions): () => void {
  const { box } = parts;
  let stopped = false;
  const update = (): void => {
    // A target that is gone or not rendered has no place: what follows it stays where it was.
    if (stopped || target.getClientRects().length === 0) return;
    placeSpot(target, parts);
    options.moved?.();
    if (!options.tooltip) return;
    placeTooltip(target, parts, options).catch(() => {
      // The target left the page between question and answer; the resolver tells it.
    });
  };
  const stop = autoUpdate(target, box, update);
  return () => {
    stopped = true;
    stop();
  };
}

async function placeTooltip(
  target: Element,
  { box, arrow }: PlacedParts,
  options: PlaceOptions,
): Promise<void> {
  const insets = options.insets();
  const padding = {
    left: EDGE_PX,
    right: EDGE_PX,
    top: insets.top + EDGE_PX,
    bottom: insets.bottom + EDGE_PX,
  };
  // Never taller than what is free of bars: its words scroll in it.
  box.style.maxBlockSize = `${Math.max(160, innerHeight - padding.top - padding.bottom)}px`;
  const { x, y, placement } = await computePosition(target, box, {
    platform: topLayer,
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
  const side = placement.split('-')[0] ?? 'bottom';
  // The stylesheet puts the arrow on the edge that looks at the target.
  box.dataset.side = side;
  const aim = shownPartOf(target);
  box.toggleAttribute('data-free', !aim || !touches(aim, side, { x, y, box }));
  if (!arrow || !aim) return;
  const beside = side === 'left' || side === 'right';
  arrow.style.left = beside ? '' : `${between((aim.left + aim.right) / 2 - x, box.offsetWidth)}px`;
  arrow.style.top = beside ? `${between((aim.top + aim.bottom) / 2 - y, box.offsetHeight)}px` : '';
}

/** Whether the arrow's edge looks at the target: a box pushed over its target has nothing to point at. */
function touches(
  aim: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  side: string,
  { x, y, box }: { readonly x: number; readonly y: number; readonly box: HTMLElement },
): boolean {
  if (side === 'top') return y + box.offsetHeight <= aim.top + 1;
  if (side === 'bottom') return y >= aim.bottom - 1;
  if (side === 'left') return x + box.offsetWidth <= aim.left + 1;
  return x >= aim.right - 1;
}

/** Start of the arrow along an edge: its middle looks at the target, its corners stay off the box's round ones. */
function between(middle: number, length: number): number {
  return Math.round(Math.min(Math.max(middle - ARROW_PX / 2, 18), length - ARROW_PX - 18));
}

/** Ring and hole cover what the scrollers show of the target, no more. */
function placeSpot(target: Element, { spot, blocks }: PlacedParts): void {
  const part = shownPartOf(target);
  const { left, top, right, bottom } = part ?? boxOf(target);
  if (blocks)
    blocks.style.clipPath = part
      ? `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${left}px ${top}px, ${right}px ${top}px, ${right}px ${bottom}px, ${left}px ${bottom}px, ${left}px ${top}px)`
      : '';
  if (!spot) return;
  spot.toggleAttribute('data-empty', !part);
  spot.style.left = `${left - SPOT_PX}px`;
  spot.style.top = `${top - SPOT_PX}px`;
  spot.style.width = `${Math.max(0, right - left + 2 * SPOT_PX)}px`;
  spot.style.height = `${Math.max(0, bottom - top + 2 * SPOT_PX)}px`;
}

function sideOf({ placement, rtl }: PlaceOptions): Placement {
  if (placement === 'start') return rtl ? 'right' : 'left';
  if (placement === 'end') return rtl ? 'left' : 'right';
  return placement === 'top' ? 'top' : 'bottom';
}
