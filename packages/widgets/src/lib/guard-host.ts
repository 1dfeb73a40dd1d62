import type { WidgetHost, WidgetSignal } from '@regulars/core';

/** What elements use of the host, made harmless: absent or failing, it answers as if nothing were decided. */
export interface SafeHost {
  /** Tells what happened. */
  report(signal: WidgetSignal): void;
  /** Built-in text; of `otherwise` where the key has none; without a host the key's own English words. */
  text(key: string, values?: Readonly<Record<string, string | number>>, otherwise?: string): string;
}

/** Asks a host that may be missing or throw; `undefined`: there is no answer. Never throws: the host's own error sink is the place of its errors. */
export function attempt<T>(host: WidgetHost | undefined, act: (host: WidgetHost) => T): T | undefined {
  try {
    return host && act(host);
  } catch {
    // A broken host must not break the page; it reports its own failures through `onProblem`.
    return undefined;
  }
}

/** Waits for the texts of a view's type, so that no word changes once it is seen; never rejects: keys have words of their own. */
export async function textsReady(host: WidgetHost | undefined, type: string): Promise<void> {
  try {
    await host?.ready?.(type);
  } catch {
    // The host reports its own failures.
  }
}

/** Wraps a host that may be missing or throw. Never throws. */
export function guardHost(host: WidgetHost | undefined): SafeHost {
  return {
    report: (signal) => attempt(host, (h) => h.report(signal)),
    text(key, values, otherwise = key) {
      const text = (one: string): string => attempt(host, (h) => h.text(one, values)) ?? one;
      const found = text(key);
      // A host whose texts are still on their way answers with the key.
      if (found !== key) return found;
      const other = text(otherwise);
      return other === otherwise ? wordsOf(key) : other;
    },
  };
}

/** `carousel.next-products` → `Next products`: the last resort of an element that nobody hosts. */
function wordsOf(key: string): string {
  const words = key.slice(key.lastIndexOf('.') + 1).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
