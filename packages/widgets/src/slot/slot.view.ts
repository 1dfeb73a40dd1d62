import type { WidgetView } from '@regulars/core';

/** What the slot's template needs: the element to show, or `null` for the shop's fallback. */
export type SlotShow = Exclude<WidgetView['type'], 'tour'> | null;

/** Which element a slot shows: none until its element is defined and the moment is right; tours need the overlay. */
export function slotShow(
  view: WidgetView | null,
  { ready, defined }: { readonly ready: boolean; readonly defined: ReadonlySet<string> },
): SlotShow {
  if (!view || !ready || view.type === 'tour' || !defined.has(view.type)) return null;
  if (view.type === 'carousel' && view.state === 'empty') return null;
  return view.type;
}
