import type { EventName, EventProps } from '@regulars/schema';
import type { ConsentGate } from '../consent/consent-port.ts';
import type { ProblemSink } from '../errors/problem-sink.ts';
import type { Journey, TrackOptions } from '../journey/journey-port.ts';
import type { PortKey } from '../lib/port-registry.ts';

/** What a collector gets to work with. */
export interface CollectContext {
  /** Epoch ms. */
  now(): number;
  readonly consent: ConsentGate;
  readonly problems: ProblemSink;
  /**
   * What the page said before the collector started may be recorded: the visitor's answer is older than this page.
   * `false` after a yes on this very page.
   */
  readonly replay: boolean;
  /**
   * Records an act seen by a source (`page`, `json-ld`, `data-layer`, `shop` …). The same act seen by two sources
   * counts once. `null`: refused or counted already.
   */
  record<N extends EventName>(
    source: string,
    name: N,
    props: EventProps[N],
    options?: TrackOptions,
  ): string | null;
  /** Runs after each page view but the first; returns its stop. */
  onPage(listener: () => void): () => void;
  /** Runs before a page view ends: before the next one, and when the page is hidden or goes; returns its stop. */
  onLeave(listener: () => void): () => void;
}

/** Watches the page and records what happens; started once consent lets events be recorded. Returns its stop. */
export type Collector = (context: CollectContext) => () => void;

/** What the core asks the collectors: their filter sees the shop's own acts too. */
export interface Collecting {
  readonly record: CollectContext['record'];
  /** Records a page view by hand (`regulars.page()`), for routers that nobody else sees. */
  page(props?: EventProps['page_viewed'], options?: TrackOptions): void;
}

export const collectPort: PortKey<Collecting> = 'collect';

/** What the collecting itself works with. */
export interface CollectPieces {
  readonly journey: Journey;
  readonly consent: ConsentGate;
  readonly problems: ProblemSink;
  readonly now: () => number;
}
