import type { ConsentPurpose, SignalBatch } from '@regulars/schema';

/** The backend's word that this device speaks for the anonymous id, where it gave one with its answer. */
export interface Granting {
  readonly visitorToken?: string | undefined;
}

/** What became of a batch. */
export type SendOutcome =
  | ({ readonly type: 'accepted' } & Granting)
  | ({
      readonly type: 'partly';
      readonly rejected: readonly { readonly id: string; readonly reason: string }[];
    } & Granting)
  | { readonly type: 'retry'; readonly afterMs?: number | undefined }
  | { readonly type: 'too-large' }
  | { readonly type: 'pause'; readonly reason: string };

/** What a destination is told beside the batch. */
export interface SendOptions {
  /** Ends the sending. */
  readonly signal: AbortSignal;
  /** What the visitor allows now, which may be less than when the events were captured; absent: as captured. */
  readonly consent?: { allows(purpose: ConsentPurpose): boolean } | undefined;
}

/** A way to one destination; an adapter object offers any subset of the ports. */
export interface DeliveryPort {
  /** Names the cursor; stable over releases. */
  readonly id: string;
  readonly limits: {
    /** A batch never has more than 64. */
    readonly maxEvents: number;
    readonly maxBytes: number;
    readonly maxEventBytes: number;
    readonly maxAgeMs: number;
  };
  /** What a repeat does there: dropped by event id, by batch id, or counted twice. */
  readonly idempotent: 'event' | 'batch' | 'none';
  /** What erasure means at this destination, in a sentence. */
  readonly erasure: string;
  /** Sends a batch; never throws. Aborting resolves with `retry`. */
  send(batch: SignalBatch, options: SendOptions): Promise<SendOutcome>;
  /** Hands a batch to the browser while the page goes away, synchronously; `true`: the browser took it. */
  exit(batch: SignalBatch, options: SendOptions): boolean;
}
