import * as z from 'zod/mini';
import { eventProps } from './event-props.ts';

/** What each journey event carries, by name. Money is minor units, times are epoch ms. */
export type EventProps = { readonly [N in keyof typeof eventProps]: z.output<(typeof eventProps)[N]> };

/** The about 40 names of the neutral vocabulary. */
export type EventName = keyof EventProps;

/** Purposes a visitor may grant. `necessary` is always granted. */
export type ConsentPurpose = 'necessary' | 'functional' | 'analytics' | 'personalization' | 'marketing';

/** One journey event: immutable once stamped. */
export interface JourneyEvent<N extends EventName = EventName> {
  /** Envelope version. */
  readonly v: 1;
  /** UUIDv7, stable over retries: a backend drops repeats by it. */
  readonly id: string;
  readonly name: N;
  /** Epoch ms, UTC. */
  readonly t: number;
  /** Session id (UUIDv7). */
  readonly sid: string;
  /** Position in the session over all tabs, from 1, strictly increasing. */
  readonly seq: number;
  /** Tab id. */
  readonly tab: string;
  /** Position in the tab, from 1; a gap shows loss before storage. */
  readonly tseq: number;
  /** Path and query-less URL of the page on which it happened. */
  readonly page: { readonly url: string; readonly title?: string | undefined };
  readonly props: EventProps[N];
  /** Purposes granted when it was captured. */
  readonly consent: readonly ConsentPurpose[];
  /** `true` on events of tests and previews. */
  readonly test?: true | undefined;
}

const purposes = ['necessary', 'functional', 'analytics', 'personalization', 'marketing'] as const;

/** Names of all events, in the vocabulary's order. */
export const eventNames: readonly EventName[] = Object.keys(eventProps) as EventName[];

/** Envelope as it comes over the wire; `props` are checked by name in a second step. */
export const eventEnvelope = z.object({
  v: z.literal(1),
  id: z.uuid(),
  name: z.enum(eventNames as [EventName, ...EventName[]]),
  t: z.int().check(z.gte(0), z.lte(8.64e15)),
  sid: z.string().check(z.minLength(1), z.maxLength(64)),
  seq: z.int().check(z.gte(1)),
  tab: z.string().check(z.minLength(1), z.maxLength(64)),
  tseq: z.int().check(z.gte(1)),
  page: z.object({
    url: z.string().check(z.maxLength(2000)),
    title: z.optional(z.string().check(z.maxLength(500))),
  }),
  props: z.record(z.string(), z.unknown()),
  consent: z.array(z.enum(purposes)),
  test: z.optional(z.literal(true)),
});
