/** Bytes after gzip: what the build holds, so that it can only fall, and what the design asks for. */
export interface SizeBudget {
  /** More fails the build. */
  readonly limitBytes: number;
  /** The design's figure, where it is not reached yet. */
  readonly goalBytes?: number;
}

/** What a shop would import, its budget, and whether the README shows it. */
export interface SizeEntry {
  /** As the README names it. */
  readonly what: string;
  /** The module that is bundled, dependencies included. */
  readonly code: string;
  /** What it may have, or null where none is set. */
  readonly budget: SizeBudget | null;
  /** Names the row of the chunks that an import does not fetch: they load when something rare needs them. */
  readonly later?: string;
  /** Imports that are not counted. */
  readonly without?: RegExp;
  /** Module that the page has already: its bytes are taken off. */
  readonly beyond?: string;
}
