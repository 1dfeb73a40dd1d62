import type { ElementLoader } from './element-loaders.ts';

/** Fetches and registers the frames (`<regulars-slot>`, `<regulars-overlay>`), which then load what they show. */
export const frameLoaders: Readonly<Record<'slot' | 'overlay', ElementLoader>> = {
  slot: () => import('./slot/slot.ts').then(({ RegularsSlot }) => RegularsSlot.define()),
  overlay: () => import('./overlay/overlay.ts').then(({ RegularsOverlay }) => RegularsOverlay.define()),
};
