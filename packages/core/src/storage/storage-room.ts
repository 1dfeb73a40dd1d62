import type { ConsentPurpose } from '@regulars/schema';
import type { ProblemSink } from '../errors/problem-sink.ts';
import type { RowBase } from './rows.ts';
import type { Storage } from './storage-port.ts';

/** Stores of the journey's database, version 1. */
export type StoreName = 'log' | 'dest' | 'dead' | 'sess' | 'profile' | 'decision' | 'feature' | 'play' | 'kv';

/** The storage with its rows: what journey and sync work on. Parts get the narrow `Storage`. */
export interface StorageRoom extends Storage {
  readonly base: RowBase<StoreName>;
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
