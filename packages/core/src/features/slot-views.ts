import type { Decision, PresentationEnd } from '../campaigns/presenter-port.ts';
import { createSubscribable } from '../lib/subscribable.ts';
import type { ViewBase } from './view-base.ts';
import type { WidgetSignal } from './widget-signal.ts';
import type { WidgetView as View } from './widget-view.ts';

/** One widget in its slot. */
export interface SlotView<V extends View> {
  readonly decision: Decision;
  readonly view: () => V;
  /** Changes the view and tells the slot's listeners; does nothing once the slot is closed. */
  set(change: Partial<V>): void;
  readonly isOpen: () => boolean;
}

interface Entry {
  readonly decision: Decision;
  view: View;
  readonly shown: () => void;
  readonly ended: (end: PresentationEnd) => void;
  readonly hear: (signal: WidgetSignal) => void;
}

/** Views of one part by slot, and the signals about them. */
export interface SlotViews {
  read(slot: string): View | null;
  subscribe(slot: string, listener: () => void): () => void;
  report(signal: WidgetSignal): boolean;
  /** Puts a widget into its slot; answers it and its removal. */
  open<V extends View>(
    decision: Decision,
    first: V,
    events: Pick<Entry, 'shown' | 'ended'>,
    hear: (signal: WidgetSignal) => void,
  ): { readonly own: SlotView<V>; readonly close: () => void };
}

/** What every view of a decision says. */
export function viewBase({ campaign, variantId, lang, dir, texts }: Decision): ViewBase {
  return { campaignId: campaign.id, variantId, lang, dir, texts };
}

/** Builds an empty set of slots. */
export function createSlotViews(onFailure: (cause: unknown) => void): SlotViews {
  const entries = new Map<string, Entry>();
  const changes = createSubscribable<string>(onFailure);
  return {
    read: (slot) => entries.get(slot)?.view ?? null,
    subscribe: (slot, listener) => changes.add((changed) => changed === slot && listener()),
    report(signal) {
      const entry = [...entries.values()].find(
        ({ decision }) => 'campaignId' in signal && decision.campaign.id === signal.campaignId,
      );
      if (!entry) return false;
      if (signal.type === 'shown' || signal.type === 'viewed') entry.shown();
      else if (signal.type === 'dismissed') entry.ended({ cause: 'dismissed', detail: signal.cause });
      else entry.hear(signal);
      return true;
    },
    open(decision, first, events, hear) {
      const { slot } = decision;
      const close = (): void => {
        if (entries.get(slot) !== entry) return;
        entries.delete(slot);
        changes.tell(slot);
      };
      const ended = (end: PresentationEnd): void => {
        close();
        events.ended(end);
      };
      let view = first;
      const entry: Entry = { decision, view, shown: events.shown, ended, hear };
      entries.set(slot, entry);
      changes.tell(slot);
      const isOpen = (): boolean => entries.get(slot) === entry;
      const set = (change: Partial<typeof first>): void => {
        view = { ...view, ...change };
        entry.view = view;
        if (isOpen()) changes.tell(slot);
      };
      return { own: { decision, view: () => view, set, isOpen }, close };
    },
  };
}
