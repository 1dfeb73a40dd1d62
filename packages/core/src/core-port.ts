import type { ConsentPurpose, EventName, EventProps } from '@regulars/schema';
import type { ConsentGate } from './consent/consent-port.ts';
import type { ProblemLog } from './errors/create-problem-sink.ts';
import type { CodedProblem } from './errors/problem-sink.ts';
import type { HostOptions } from './host/host-port.ts';
import type { WidgetHost } from './host/widget-host.ts';
import type { Journey, TrackOptions } from './journey/journey-port.ts';
import type { JourneyExport, JourneyRoom } from './journey/journey-room.ts';
import type { Part } from './journey/part.ts';
import type { PortRegistry } from './lib/port-registry.ts';
import type { ResourcePort } from './lib/resource-port.ts';
import type { Change } from './middleware/middleware.ts';
import type { SessionRule } from './rules/session-rule.ts';
import type { Storage } from './storage/storage-port.ts';
import type { Delivery, SyncEngine } from './sync/sync-port.ts';

/** What `createCore` puts together. */
export interface CoreOptions extends HostOptions {
  /** Name of the journey's database, `regulars/<write key>`. */
  readonly namespace: string;
  /**
   * Rooms of the engine, started in this order; the same on every page of a shop. Default: none, which keeps a journey
   * and delivers it, without profile, decisions and views.
   */
  readonly parts?: readonly Part[] | undefined;
  /** Way out of the journey, `deliverTo([…])` or `deliverLater(…)`. Default: none, it stays on the device. */
  readonly delivery?: Delivery | undefined;
  readonly resources?: ResourcePort | undefined;
  /** Locale of the page (BCP 47). Default: the document's `lang`, else `en`. */
  readonly locale?: string | undefined;
  /** Epoch ms. Default: the device's clock. */
  readonly clock?: (() => number) | undefined;
  /** 0 to 1. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
  /** Nothing opens by itself. Default `false`. */
  readonly silent?: boolean | undefined;
  /** Enriches, redacts or drops events before anything of them is kept: `chain([scrub(), bots()])`. */
  readonly middleware?: Change | undefined;
  /** When a new session begins, `sessions({ … })`. Default: after half an hour without an act, or a day. */
  readonly session?: SessionRule | undefined;
  /** Marks every event as one of a test or preview. Default `false`. */
  readonly test?: boolean | undefined;
  /** Told of everything that went wrong and was survived, once per page, code and key. */
  readonly onProblem?: ((problem: CodedProblem) => void) | undefined;
}

/** What `inspector` looks into. */
export interface CoreRooms {
  readonly parts: readonly Part[];
  readonly journey: JourneyRoom;
  readonly consent: ConsentGate;
  readonly storage: Storage;
  readonly problems: ProblemLog;
  readonly ports: PortRegistry;
  readonly sync: SyncEngine | undefined;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** The running engine. No member throws; after `stop` they do nothing. */
export interface Core {
  /** What the visitor allowed, told on every page by the shop; `null`: not answered yet. */
  setConsent(granted: readonly ConsentPurpose[] | null): void;
  /** Records an event of the shop; `null` when consent or a limit refused it. */
  track<N extends EventName>(name: N, props: EventProps[N], options?: TrackOptions): string | null;
  /** Records a page view by hand: all of them without the collect part, else those of routers that nobody else sees. */
  page(props?: EventProps['page_viewed'], options?: TrackOptions): void;
  /** Token that proves the signed-in customer; `null`: signed out. */
  identify(customerToken: string | null): void;
  /** Opens a campaign because the visitor asked for it; `false`: it cannot open, see `inspect()`. */
  open(campaignId: string): Promise<boolean>;
  readonly journey: Journey;
  /** What elements know of the engine; without the host part it shows nothing. */
  readonly host: WidgetHost;
  readonly ready: Promise<void>;
  /** Resolves when nothing is under way: document, decisions, writes, sends. */
  idle(): Promise<void>;
  /** Writes and sends everything now. */
  flush(): Promise<void>;
  exportJourney(): Promise<JourneyExport | null>;
  /** Erases the visitor here and, by the host part, asks the backend to do so. */
  forget(): Promise<void>;
  /** The rooms and parts, for `inspector`. */
  readonly rooms: CoreRooms;
  /** Leaves no listener, timer, lease or open database. */
  stop(): Promise<void>;
}
