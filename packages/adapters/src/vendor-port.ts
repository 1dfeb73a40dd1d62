import type { DeliveryPort, SendOutcome } from '@regulars/core';
import type { JourneyEvent, SignalBatch } from '@regulars/schema';
import type { Answer } from './answer.ts';
import { leave } from './leave.ts';
import { outcomeOf } from './outcome-of.ts';
import { postTo } from './post.ts';
import { keepWords, type Tell } from './vocabulary.ts';

/** What tells one foreign backend from another. */
export interface Vendor extends Pick<DeliveryPort, 'id' | 'idempotent' | 'erasure'> {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly limits?: Partial<DeliveryPort['limits']> | undefined;
  /** Body of a batch in the backend's own shape; `null`: nothing of it is for this backend, a text: why it has to wait. */
  readonly body: (batch: SignalBatch, tell: Tell) => object | string | null;
  /** The vendor's words; none: it takes ours. */
  readonly words?: (() => Promise<Tell>) | undefined;
  /** Reads an answer that says more than its status; `undefined`: it does not. */
  readonly read?: ((answer: Answer, batch: SignalBatch) => SendOutcome | undefined) | undefined;
}

/** Builds the adapter of a foreign backend. Customer and visitor tokens never leave with it. */
export function vendorPort({ url, headers, limits, body, read, words, ...rest }: Vendor): DeliveryPort {
  const said = keepWords(words ?? (async () => none));
  return {
    ...rest,
    limits: {
      maxEvents: 50,
      maxBytes: 128 * 1024,
      maxEventBytes: 24 * 1024,
      maxAgeMs: 7 * 864e5,
      ...limits,
    },
    async send(batch, { signal }) {
      if (signal.aborted) return { type: 'retry' };
      const tell = await said.get();
      if (!tell) return { type: 'retry' };
      const content = body(batch, tell);
      if (typeof content === 'string') return { type: 'pause', reason: content };
      if (!content) return { type: 'accepted' };
      const answer = await postTo(url, { headers, body: JSON.stringify(content) }, signal);
      return read?.(answer, batch) ?? outcomeOf(answer);
    },
    exit(batch, { signal }) {
      const tell = said.now();
      const content = tell && body(batch, tell);
      return typeof content === 'object' && !!content && leave(url, content, signal, headers);
    },
  };
}

const none: Tell = () => null;

/** A moment as ISO 8601, UTC. */
export const iso = (ms: number): string => new Date(ms).toISOString();

/** Address without the slash at its end. */
export const bare = (url: string): string => url.replace(/\/+$/, '');

/** The words of a page's event that every analytics backend asks for. */
export const nameOf = ({ name, props }: JourneyEvent): string =>
  name === 'custom_recorded' ? (props as { readonly label: string }).label : name;
