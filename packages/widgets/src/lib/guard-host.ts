import type { WidgetHost, WidgetSignal, WidgetView } from '@regulars/core';

/** What elements use of the host, made harmless: absent or failing, it answers as if nothing were decided. */
export interface SafeHost {
  /** View of a slot, or `null`. */
  read(slot: string): WidgetView | null;
  /** Calls the listener after each change; returns its stop. */
  subscribe(slot: string, listener: () => void): () => void;
  /** Tells what happened. */
  report(signal: WidgetSignal): void;
  /** Built-in text; without a host the key's own English words. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
}

/** Wraps a host that may be missing or throw. Never throws: the host's own error sink is the place of its errors. */
export function guardHost(host: WidgetHost | undefined): SafeHost {
  const attempt = <T>(act: (host: WidgetHost) => T, otherwise: T): T => {
    try {
      return host ? (act(host) ?? otherwise) : otherwise;
    } catch {
      // A broken host must not break the page; it reports its own failures through `onProblem`.
      return otherwise;
    }
  };
  return {
    read: (slot) => attempt<WidgetView | null>((h) => h.read(slot), null),
    subscribe: (slot, listener) => {
      const stop = attempt<() => void>(
        (h) => h.subscribe(slot, listener),
        () => {},
      );
      return () => attempt(stop, undefined);
    },
    report: (signal) => attempt((h) => h.report(signal), undefined),
    text: (key, values) => {
      const text = attempt((h) => h.text(key, values), key);
      // A host whose texts are still on their way answers with the key.
      return text === key ? wordsOf(key) : text;
    },
  };
}

/** `carousel.next-products` → `Next products`: the last resort of an element that nobody hosts. */
function wordsOf(key: string): string {
  const words = key.slice(key.lastIndexOf('.') + 1).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
