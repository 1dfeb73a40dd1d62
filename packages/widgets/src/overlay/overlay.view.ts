import type { WidgetView } from '@regulars/core';

/** Places beside the overlay itself: a corner for what waits to be asked, and one hint at a time. */
export const pagePlaces = ['page-corner', 'page-hint'] as const;

/** A view to show, with the place it stands in. */
export interface PlacedView {
  readonly place: string;
  readonly view: WidgetView;
}

/** What lies over the page: views whose element is defined. In a modal dialog only what asks for attention, no corner and no hint. */
export function overlayShow(
  views: readonly (PlacedView | null)[],
  { defined, inDialog }: { readonly defined: ReadonlySet<string>; readonly inDialog: boolean },
): readonly PlacedView[] {
  return views.filter(
    (one): one is PlacedView =>
      one !== null && defined.has(one.view.type) && !(inDialog && one.place.startsWith('page-')),
  );
}
