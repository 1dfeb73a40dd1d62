import { randomBytes } from 'node:crypto';
import type { CampaignDocument, ProgramDocument } from '@regulars/schema';
import { createTokenKey, type TokenKey } from './auth/token-key.ts';
import type { Database } from './db/database.ts';
import { createDocumentState, type DocumentState } from './documents/document-state.ts';
import { createRateLimiter, type RateLimiter } from './http/rate-limiter.ts';
import { createLiveBus, type LiveBus } from './live-bus.ts';
import type {
  ApiKey,
  FeedOptions,
  HandlerOptions,
  Logger,
  RateLimits,
  ShopHook,
  WriteKey,
} from './options.ts';
import type { WebhookEndpoint } from './outbox/message.ts';

/** What every room of the server gets: made once per handler. */
export interface ServerContext {
  readonly db: Database;
  readonly basePath: string;
  readonly keys: ReadonlyMap<string, WriteKey>;
  readonly secrets: HandlerOptions['secrets'];
  /** Signs our tokens. */
  readonly tokenKey: TokenKey;
  readonly shopHook: ShopHook;
  /** The published revision; another one after a publish. */
  readonly campaigns: CampaignDocument;
  /** The published revision; another one after a publish. */
  readonly program: ProgramDocument;
  readonly documents: DocumentState;
  /** A draft is published by somebody other than its author. */
  readonly approval: boolean;
  readonly now: () => number;
  readonly random: (byteCount: number) => Uint8Array;
  readonly log: Logger;
  readonly limits: RateLimits;
  readonly limiter: RateLimiter;
  readonly live: LiveBus;
  readonly trustProxy: boolean;
  readonly eventDays: number;
  readonly shopTimeoutMs: number;
  readonly regionOf: (request: Request) => string | undefined;
  readonly apiKeys: readonly ApiKey[];
  readonly webhooks: readonly WebhookEndpoint[];
  readonly feeds: FeedOptions | undefined;
  /** Sends a request of ours to the shop. */
  readonly send: (request: Request) => Promise<Response>;
  /** Says that something was written for the shop. */
  readonly wakeOutbox: () => void;
  /** Registers what `wakeOutbox` calls. */
  readonly onOutboxWake: (listener: () => void) => void;
}

/** Thirteen months: a year and its season again. */
const EVENT_DAYS = 395;
const SHOP_TIMEOUT_MS = 5000;

const LIMITS: RateLimits = {
  batch: { burst: 200, perSecond: 20 },
  action: { burst: 60, perSecond: 5 },
  person: { burst: 20, perSecond: 0.5 },
  campaign: { burst: 2000, perSecond: 500 },
  order: { burst: 500, perSecond: 100 },
  signIn: { burst: 10, perSecond: 0.1 },
  feed: { burst: 500, perSecond: 100 },
};

/** Fills the defaults of the options. */
export function createContext(options: HandlerOptions): ServerContext {
  const now = options.now ?? Date.now;
  const { campaigns, program } = options;
  const documents = createDocumentState(options.db, { campaigns, program });
  let wakeOutbox = (): void => undefined;
  return {
    db: options.db,
    basePath: options.basePath === '/' ? '' : options.basePath,
    keys: new Map(options.keys.map((each) => [each.key, each])),
    secrets: options.secrets,
    tokenKey: createTokenKey(options.secrets.token),
    shopHook: options.shopHook,
    documents,
    get campaigns() {
      return documents.current.campaigns;
    },
    get program() {
      return documents.current.program;
    },
    approval: options.approval ?? false,
    now,
    random: options.random ?? ((byteCount) => randomBytes(byteCount)),
    log: options.logger ?? ((line) => process.stdout.write(`${JSON.stringify(line)}\n`)),
    limits: { ...LIMITS, ...options.limits },
    limiter: createRateLimiter(now),
    live: createLiveBus(),
    trustProxy: options.trustProxy ?? false,
    eventDays: options.eventDays ?? EVENT_DAYS,
    shopTimeoutMs: options.shopTimeoutMs ?? SHOP_TIMEOUT_MS,
    regionOf: options.regionOf ?? (() => undefined),
    apiKeys: options.apiKeys ?? [],
    webhooks: options.webhooks ?? [],
    feeds: options.feeds,
    send: options.send ?? ((request) => fetch(request)),
    wakeOutbox: () => wakeOutbox(),
    onOutboxWake: (listener) => {
      wakeOutbox = listener;
    },
  };
}

/** An unguessable id of `byteCount` random bytes, in base64url. */
export function randomToken(context: ServerContext, byteCount = 24): string {
  return Buffer.from(context.random(byteCount)).toString('base64url');
}
