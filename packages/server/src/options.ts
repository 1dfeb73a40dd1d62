import type { CampaignDocument, ProgramDocument } from '@regulars/schema';
import type { Database } from './db/database.ts';
import type { Role } from './operator/account.ts';
import type { WebhookEndpoint } from './outbox/message.ts';

/** A public write key and the pages that may use it. */
export interface WriteKey {
  readonly key: string;
  /** Origins (`https://shop.example`), `self` for the server's own, `*` for any. */
  readonly origins: readonly string[];
}

/** The shop's side: mints coupons and knows its customers. Every member may reject; the visitor may then try again. */
export interface ShopHook {
  /** Makes a coupon. Must answer the same code for the same `claimId`, however often and in parallel it is asked. */
  mintCoupon(request: {
    readonly claimId: string;
    /** Name of the shop's own coupon template. */
    readonly template: string;
    readonly personId: string;
    /** Epoch ms. */
    readonly validUntil?: number | undefined;
  }): Promise<{ readonly code: string; readonly endsAt?: number | undefined }>;
  /** Checks a token that the shop signed for a signed-in customer; `null` when it proves nothing. */
  verifyCustomerToken(token: string): Promise<VerifiedCustomer | null>;
}

/** A customer as the shop's token proves it. */
export interface VerifiedCustomer {
  readonly customerId: string;
  /** Epoch ms. */
  readonly expiresAt: number;
  /** `YYYY-MM-DD`; games with an age gate that asks the shop need it. */
  readonly birthDate?: string | undefined;
}

/** A key with which a server of the shop asks for people, points and prizes. Never given to a browser. */
export interface ApiKey {
  /** Stands in the audit log. */
  readonly name: string;
  readonly key: string;
  readonly role: Role;
}

/** One line of the structured log. */
export type LogLine = Readonly<Record<string, string | number | boolean | undefined>>;
/** Takes log lines (default: JSON to standard output). */
export type Logger = (line: LogLine) => void;

/** A token bucket: `burst` at once, then `perSecond`. */
export interface Bucket {
  readonly burst: number;
  readonly perSecond: number;
}

/** Rate limits, each by address: counted before the body is read, so that refused requests count too. */
export interface RateLimits {
  /** Signal batches (default 200, then 20 a second). */
  readonly batch: Bucket;
  /** Draws, claims and reads (default 60, then 5 a second). */
  readonly action: Bucket;
  /** Draws, claims and purchases with points by one person (default 20, then one in 2 seconds). */
  readonly person: Bucket;
  /** Draws of one campaign, by all people (default 2000, then 500 a second). */
  readonly campaign: Bucket;
  /** Order webhooks (default 500, then 100 a second). */
  readonly order: Bucket;
  /** Sign-in attempts (default 10, then one in 10 seconds). */
  readonly signIn: Bucket;
  /** Pictures and links in mails; one mail program's proxy asks for many people (default 500, then 100 a second). */
  readonly feed: Bucket;
}

/** What lists for mails are made from. */
export interface FeedOptions {
  /** Folder that `regulars build-index` wrote, on this machine. */
  readonly index: string;
  /** Address that addresses of products without a host are read against: `https://shop.example`. */
  readonly shop?: string | undefined;
}

/** What `createHandler` needs. */
export interface HandlerOptions {
  readonly db: Database;
  /** Path under which everything is served, `/regulars`; empty for the root. */
  readonly basePath: string;
  readonly keys: readonly WriteKey[];
  readonly secrets: {
    /** Signs visitor, claim and tool tokens. */
    readonly token: string;
    /** Shared with the shop, which signs its order webhooks with it. */
    readonly webhook: string;
  };
  readonly shopHook: ShopHook;
  /** First campaigns: published on an empty database, later only when edited and nobody published since. */
  readonly campaigns: CampaignDocument;
  /** First programme, as `campaigns`. */
  readonly program: ProgramDocument;
  /** A draft is published by somebody other than its author (default `false`). Pause and rollback never wait. */
  readonly approval?: boolean | undefined;
  /** Epoch ms (default `Date.now`). */
  readonly now?: (() => number) | undefined;
  /** Random bytes for seeds and tokens (default the system's cryptographic generator). */
  readonly random?: ((byteCount: number) => Uint8Array) | undefined;
  readonly logger?: Logger | undefined;
  readonly limits?: Partial<RateLimits> | undefined;
  /** How long the shop's hook may take, ms (default 5000); then the visitor is told to try again. */
  readonly shopTimeoutMs?: number | undefined;
  /** ISO 3166 code of the country a request comes from (default unknown); pools with `regions` need it. */
  readonly regionOf?: ((request: Request) => string | undefined) | undefined;
  /** Days until raw events and their batches are deleted (default 395). Orders, plays and ledger stay. */
  readonly eventDays?: number | undefined;
  /** Keys of the shop's own servers (default none). */
  readonly apiKeys?: readonly ApiKey[] | undefined;
  /** Addresses of the shop that are told what happens, by signed webhooks (default none). */
  readonly webhooks?: readonly WebhookEndpoint[] | undefined;
  /** Lists for the shop's mails (default: none are made). */
  readonly feeds?: FeedOptions | undefined;
  /** Sends requests to the shop (default `fetch`). */
  readonly send?: ((request: Request) => Promise<Response>) | undefined;
  /** Believe `x-forwarded-for` of a proxy in front (default `false`). */
  readonly trustProxy?: boolean | undefined;
  /** `production` refuses demo keys and weak secrets (default `NODE_ENV`). */
  readonly environment?: string | undefined;
}
