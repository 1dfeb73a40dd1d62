import type {
  ActionPort,
  CodedProblem,
  Core,
  DeliveryPort,
  Inspection,
  Part,
  ResourcePort,
  ShopBridge,
  WidgetHost,
} from '@regulars/core';
import type { ConsentSource } from '@regulars/core/consent/source';
import type { Middleware } from '@regulars/core/middleware';
import type { Ranker } from '@regulars/core/recommendations';
import type { SessionRule } from '@regulars/core/rules';
import type { ConsentPurpose } from '@regulars/schema';
import type { ConsentPlatform } from './follow-consent.ts';

/** Ways out of the page; what is missing is built for `endpoint`. */
export interface Adapters {
  /** Destinations of the journey (default: the HTTP adapter of `endpoint`, none without one). */
  readonly delivery?: readonly DeliveryPort[] | undefined;
  /** Asks the backend for draws, claims, wallets (default: the HTTP adapter of `endpoint`). */
  readonly actions?: ActionPort | undefined;
  /** Reads static files (default: `staticFiles()`). */
  readonly resources?: ResourcePort | undefined;
  /** Ranks lists in place of the index (default: the device ranks). */
  readonly ranker?: Ranker | undefined;
}

/** For tests of shops: time, chance and document under control. */
export interface TestOptions {
  /** Epoch ms (default: the device's clock). */
  readonly now?: (() => number) | undefined;
  /** 0 to 1 (default: `Math.random`). */
  readonly random?: (() => number) | undefined;
  /** A campaign document in place of the shop's; then no control file is read. */
  readonly document?: object | undefined;
  /** Campaigns open by themselves although a driver steers the browser (`navigator.webdriver`). */
  readonly force?: boolean | undefined;
  /** No campaign opens by itself (default: `true` under `navigator.webdriver` without `force`). */
  readonly silent?: boolean | undefined;
}

/** What `createRegulars` needs. Only `key` is required. */
export interface RegularsOptions {
  /** Public write key; names the database on the device as well. */
  readonly key: string;
  /** Base address of the backend (default: none, nothing is sent). */
  readonly endpoint?: string | undefined;
  /** Campaign document or its address (default: the backend's; without one no campaign runs). */
  readonly document?: string | object | undefined;
  /** Address of the recommendation index's manifest (default: the document's `recommendations.index`). */
  readonly index?: string | undefined;
  /** BCP 47 locale of the page (default: `<html lang>`, else `en`). */
  readonly locale?: string | undefined;
  /**
   * What the visitor allowed, when it is known already; or who knows it: a platform's name, or a source of your own
   * (default `pending`: nothing is stored or sent before `setConsent`).
   */
  readonly consent?: readonly ConsentPurpose[] | 'pending' | ConsentPlatform | ConsentSource | undefined;
  /** The shop's browser hooks. */
  readonly shop?: ShopBridge | undefined;
  readonly adapters?: Adapters | undefined;
  /** When a new session begins, `sessions({ … })` (default: after half an hour without an act, or a day). */
  readonly session?: SessionRule | undefined;
  /**
   * What is recorded only where a shop asks for it: `frustration` (rage and dead clicks), `exit-intent` (a visitor about to leave,
   * also where no campaign waits for it); a list, or one text with spaces (default: neither).
   */
  readonly collect?: readonly ('frustration' | 'exit-intent')[] | string | undefined;
  /** Changes or drops events before they are kept; e-mail addresses, card and phone numbers in typed text are taken out after it. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Rooms of the engine besides those that every shop has: `[crossSubdomain({ domain: 'shop.example' })]` of `@regulars/core/identity`. */
  readonly parts?: readonly Part[] | undefined;
  /** Allows `?regulars-debug` and `?regulars-pick` to everybody who can open the page (default `false`: only with a signed token). */
  readonly tools?: boolean | undefined;
  /** Told of each survived problem once (default: the console). */
  readonly onProblem?: ((problem: CodedProblem) => void) | undefined;
  readonly test?: TestOptions | undefined;
}

/** A running SDK. No member throws; after `stop()` they do nothing. */
export interface Regulars
  extends Pick<
    Core,
    | 'setConsent'
    | 'track'
    | 'page'
    | 'identify'
    | 'open'
    | 'idle'
    | 'flush'
    | 'exportJourney'
    | 'forget'
    | 'rooms'
    | 'stop'
  > {
  /** Resolves when the device's state is read and the document has come, or could not. Never rejects. */
  ready(): Promise<void>;
  /** The engine's state now: decisions with reasons, consent, journey, delivery, problems. */
  inspect(): Inspection;
  /** What elements talk to; for elements outside the document (a shadow root of one's own, a test). */
  readonly host: WidgetHost;
}
