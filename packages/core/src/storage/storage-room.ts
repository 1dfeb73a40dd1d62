import type { ConsentPurpose } from '@regulars/schema';
import type { ProblemSink } from '../errors/problem-sink.ts';
import type { Storage } from './storage-port.ts';

/** The storage with its end. */
export interface StorageRoom extends Storage {
  stop(): void;
}

/** What `openStorage` needs. */
export interface StorageOptions {
  /** Name of the database: `regulars/<write key>`. */
  readonly name: string;
  /** What the visitor granted, asked anew before each access. */
  readonly allows: (purpose: ConsentPurpose) => boolean;
  readonly problems: ProblemSink;
}
