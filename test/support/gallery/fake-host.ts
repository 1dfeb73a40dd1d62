import type { WidgetHost, WidgetSignal, WidgetView } from '@regulars/core';
import { formatMessage, type Messages } from '@regulars/widgets';

/** A host without an engine: views are put in, signals are kept. */
export interface FakeHost extends WidgetHost {
  readonly signals: readonly WidgetSignal[];
  /** Shows a view in a slot. */
  show(slot: string, view: WidgetView | null): void;
}

/** Makes a host whose `react` may answer signals with other views. */
export function createFakeHost(
  messages: Messages,
  {
    locale,
    react,
  }: { readonly locale: string; readonly react?: (signal: WidgetSignal, host: FakeHost) => void },
): FakeHost {
  const views = new Map<string, WidgetView>();
  const listeners = new Map<string, Set<() => void>>();
  const signals: WidgetSignal[] = [];
  const host: FakeHost = {
    signals,
    read: (slot) => views.get(slot) ?? null,
    subscribe(slot, listener) {
      const set = listeners.get(slot) ?? new Set();
      listeners.set(slot, set.add(listener));
      return () => set.delete(listener);
    },
    report(signal) {
      signals.push(signal);
      react?.(signal, host);
    },
    request: () => Promise.resolve({ ok: false, reason: 'unavailable' }),
    text: (key, values) => formatMessage(messages, key, { locale, ...(values && { values }) }),
    now: () => Date.now(),
    show(slot, view) {
      if (view) views.set(slot, view);
      else views.delete(slot);
      for (const listener of listeners.get(slot) ?? []) listener();
    },
  };
  return host;
}

/** A host whose every member throws. */
export function createBrokenHost(): WidgetHost {
  const fail = (): never => {
    throw new Error('the host is down');
  };
  return { read: fail, subscribe: fail, report: fail, request: fail, text: fail, now: fail };
}
