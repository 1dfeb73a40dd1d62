/** Documents to start from, whole and sound as they are. */
export interface Preset {
  /** One line. */
  readonly summary: string;
  /** What the shop still has to do, one line each. */
  readonly next: readonly string[];
  /** Left out: it needs no points and no prizes. */
  readonly program?: Readonly<Record<string, unknown>>;
  readonly campaigns: Readonly<Record<string, unknown>>;
}
