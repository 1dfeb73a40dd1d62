import type { WidgetView } from '@regulars/core';

/** What the overlay shows: a tour, or nothing; views of inline widgets belong into slots. */
export function overlayShow(view: WidgetView | null, defined: boolean): 'tour' | null {
  return view?.type === 'tour' && defined ? 'tour' : null;
}
