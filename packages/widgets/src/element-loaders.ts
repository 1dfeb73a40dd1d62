import type { WidgetView } from '@regulars/core';

/** Fetches and registers the elements that one type of view needs; safe to call again. Rejects when the chunk fails. */
export type ElementLoader = () => Promise<void>;

/** Map from the type of a view to the loader of its element. */
export type ElementLoaders = Readonly<Record<WidgetView['type'], ElementLoader>>;

/**
 * One loader per view type. Importing an element module only gives its class: `define()` registers it together with
 * the elements it renders, so no module of this package has a side effect and a bundler cuts one chunk per loader.
 */
export const elementLoaders: ElementLoaders = {
  tour: () => import('./tour/tour.ts').then(({ RegularsTour }) => RegularsTour.define()),
  announcement: () =>
    import('./announcement/announcement.ts').then(({ RegularsAnnouncement }) =>
      RegularsAnnouncement.define(),
    ),
  checklist: () =>
    import('./checklist/checklist.ts').then(({ RegularsChecklist }) => RegularsChecklist.define()),
  carousel: () => import('./carousel/carousel.ts').then(({ RegularsCarousel }) => RegularsCarousel.define()),
  wallet: () => import('./wallet/wallet.ts').then(({ RegularsWallet }) => RegularsWallet.define()),
  wheel: () => import('./wheel/wheel.ts').then(({ RegularsWheel }) => RegularsWheel.define()),
};
