/** All of a tracker's figures; a list holds a value per round. */
export interface Figures {
  readonly gzipBytes: number;
  /** Of 100 events tracked while its collector lives, those that came. */
  readonly control: number;
  /** Ms of the main thread, 4x slower, for its file, its start and what follows; without and with autocapture. */
  readonly startMs: readonly number[];
  readonly startAutoMs: readonly number[];
  /** Microseconds for a `track()` in a loop of 1,000, with 1,000 queued. */
  readonly trackUs: readonly number[];
  /** Bytes on the device with those queued. */
  readonly storedBytes: readonly number[];
  /** Of 100 events, by how the page ended. */
  readonly survive: Readonly<Record<string, readonly number[]>>;
}
