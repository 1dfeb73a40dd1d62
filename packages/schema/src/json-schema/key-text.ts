/** What an editor shows about one key. */
export interface KeyText {
  readonly title: string;
  readonly description: string;
  readonly example: unknown;
  /** What holds when the key is left out. */
  readonly default?: unknown;
}

/** A key's texts; `standard` is what holds when the key is left out. */
export function text(title: string, description: string, example: unknown, standard?: unknown): KeyText {
  return { title, description, example, ...(standard !== undefined && { default: standard }) };
}
