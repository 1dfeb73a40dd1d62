import type { EventName } from '@regulars/schema';

/** One of our events in a vendor's words; `null`: the vendor has none for it. */
export type Tell = (
  name: EventName,
  props: object,
) => { readonly name: string; readonly props: Record<string, unknown> } | null;

/** A vendor's words, fetched with the first batch: a page that never sends to it does not carry them. */
export interface Words {
  /** The words; `undefined`: they could not be fetched, the next batch tries again. */
  get(): Promise<Tell | undefined>;
  /** What is there now. */
  now(): Tell | undefined;
}

/** Keeps the words of a vendor once they have come. */
export function keepWords(fetch: () => Promise<Tell>): Words {
  let tell: Tell | undefined;
  return {
    async get() {
      try {
        tell ??= await fetch();
      } catch {
        // A chunk that does not come: the journey keeps the events.
      }
      return tell;
    },
    now: () => tell,
  };
}
