import type { ConsentPurpose } from '@regulars/schema';

/** What a source answers: purposes granted, `[]` for a no, `null`: not answered. */
export type ConsentAnswer = readonly ConsentPurpose[] | null;

/**
 * Follows the shop's consent platform and tells each answer, never more than the platform says: one that is missing, has
 * not answered or speaks otherwise than documented tells `null`. Returns its stop. Never throws.
 * `const stop = cookiebot()(core.setConsent)`.
 */
export type ConsentSource = (tell: (answer: ConsentAnswer) => void) => () => void;

/** Which words of a platform must ALL be granted for a purpose; a purpose without words is never granted. */
export type PurposeMap = Readonly<Partial<Record<ConsentPurpose, readonly string[]>>>;

/** The platform's answer by its words. */
export type IsGranted = (word: string) => boolean;

/** How a platform is listened to. */
export interface Platform {
  readonly map: PurposeMap;
  /** Events on the document or the window after which to look again. */
  readonly events: readonly string[];
  /** Asks what is answered later; the answer comes as `detail` of the type `asked`. */
  readonly ask?: (look: (detail: unknown) => void) => void;
  /**
   * Reads the platform's answer; `null`: none yet. May throw where the platform is another than expected.
   * @param type of the event that made us look, empty for none.
   */
  readonly read: (detail: unknown, type: string) => IsGranted | null;
}

/** The purposes that an answer grants. */
export const purposesOf = (map: PurposeMap, isGranted: IsGranted): readonly ConsentPurpose[] =>
  (Object.entries(map) as [ConsentPurpose, readonly string[]][])
    .filter(([, words]) => words.length > 0 && words.every(isGranted))
    .map(([purpose]) => purpose);

/** Looks now, since the platform may have answered before, on its events, and when the page has been read. */
export function followPlatform({ map, events, ask, read }: Platform): ConsentSource {
  return (tell) => {
    const ended = new AbortController();
    const { signal } = ended;
    const look = (detail: unknown, type: string): void => {
      if (signal.aborted) return;
      let answer: ConsentAnswer = null;
      try {
        const isGranted = read(detail, type);
        answer = isGranted && purposesOf(map, isGranted);
      } catch {
        // Another platform, or another version of it: nothing is granted.
      }
      tell(answer);
    };
    // Captured on the window: what is dispatched on the document is heard too.
    for (const type of [...events, 'DOMContentLoaded', 'load'])
      addEventListener(type, (event) => look(Object(event).detail, type), { capture: true, signal });
    look(undefined, '');
    try {
      ask?.((detail) => look(detail, 'asked'));
    } catch {
      // Not the platform that was expected.
    }
    return () => ended.abort();
  };
}

/** A value of the page's own, such as `window.Cookiebot`; an empty object where there is none. */
export const pageValue = (name: string): Readonly<Record<string, unknown>> =>
  Object(Reflect.get(globalThis, name));
