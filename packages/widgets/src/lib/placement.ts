import type { WidgetHost, WidgetView } from '@regulars/core';
import { attempt } from './guard-host.ts';
import { requestHost } from './host-context.ts';

/** What is asked of an element that finds its host and its view itself. */
export interface Placed {
  readonly element: Element;
  /** The host that it was given, if any. */
  readonly given: () => WidgetHost | undefined;
  /** Names of the slots whose changes it hears; the first one is read. */
  readonly slots: () => readonly string[];
  /** Told after each change: the host that was found by the context protocol, and the view of the first slot. */
  readonly show: (found: WidgetHost | undefined, view: WidgetView | null) => void;
}

/** A running placement. */
export interface Placement {
  /** Looks again: the host or the name of the slot may be another. */
  follow(): void;
  stop(): void;
}

/** Makes placements: `place`, at hand or on its way. */
export type Place = (placed: Placed) => Placement;

/** Finds the host of an element by the context protocol and follows its slots. */
export const place: Place = ({ element, given, slots, show }) => {
  let found: WidgetHost | undefined;
  let followed: readonly unknown[] = [];
  let stops: readonly (() => void)[] = [];
  const end = (): void => {
    for (const stop of stops) stop();
  };
  const follow = (): void => {
    const host = given() ?? found;
    const now = [host, ...slots()];
    if (now.length === followed.length && now.every((one, at) => one === followed[at])) return;
    followed = now;
    end();
    const read = (): void => {
      const [slot] = slots();
      show(found, slot ? (attempt(host, (h) => h.read(slot)) ?? null) : null);
    };
    stops = slots().map((slot) => {
      const stop = attempt(host, (h) => h.subscribe(slot, read));
      return () => attempt(host, () => stop?.());
    });
    read();
  };
  const stopAsking = requestHost(element, (host) => {
    found = host;
    follow();
  });
  follow();
  return {
    follow,
    stop() {
      stopAsking();
      end();
    },
  };
};
