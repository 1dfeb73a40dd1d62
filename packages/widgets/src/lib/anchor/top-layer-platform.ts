import type { Platform, Rect } from '@floating-ui/core';
import { boxOf } from './composed.ts';

/**
 * What the arithmetic of Floating UI asks of the page. Our layer is the viewport itself, so nothing around it clips,
 * scales or shifts: three answers are enough, and targets in frames of the same origin have a place like all others.
 * Floating UI's own platform also answers for boxes inside scrollers and transforms, at a third of its bytes.
 */
export const topLayer: Platform = {
  getElementRects({ reference, floating }) {
    const { left: x, top: y, right, bottom } = boxOf(reference);
    return {
      reference: { x, y, width: right - x, height: bottom - y },
      floating: { x: 0, y: 0, ...sizeOf(floating) },
    };
  },
  getDimensions: sizeOf,
  getClippingRect: seenPart,
};

/** As laid out: an animation that scales the box does not count. */
function sizeOf({ offsetWidth: width, offsetHeight: height }: HTMLElement): Pick<Rect, 'width' | 'height'> {
  return { width, height };
}

/** What the visitor sees of the viewport: less while they zoom with two fingers or the keyboard is out. */
function seenPart(): Rect {
  const { clientWidth, clientHeight } = document.documentElement;
  const {
    offsetLeft: x,
    offsetTop: y,
    width,
    height,
  } = visualViewport ?? {
    ...{ offsetLeft: 0, offsetTop: 0, width: clientWidth, height: clientHeight },
  };
  return { x, y, width: Math.min(width, clientWidth), height: Math.min(height, clientHeight) };
}
