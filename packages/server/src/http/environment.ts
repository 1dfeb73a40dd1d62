import { isIPv6 } from 'node:net';
import type { Context, Env } from 'hono';

/** What the surrounding server may tell of a request; `@hono/node-server` gives `incoming`. */
export interface RequestEnvironment {
  /** Address of the client; wins over `incoming`. */
  readonly address?: string | undefined;
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } } | undefined;
}

/** Types of our Hono context. */
export interface AppEnv extends Env {
  Bindings: RequestEnvironment;
  Variables: {
    /** Fields that a route adds to its log line. */
    logFields: Record<string, string | number | boolean>;
    /** The signed-in operator; set on operator routes only. */
    operator: import('../operator/account.ts').Operator;
    /** The server of the shop that asks, by its key; set on admin routes only. */
    caller: import('../admin/caller.ts').Caller;
  };
}

/** Context of a request. */
export type AppContext = Context<AppEnv>;

/** The client's network for rate limits, see `networkOf`; `unknown` when nobody tells. */
export function addressOf(c: AppContext, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return networkOf(forwarded || c.env?.address || c.env?.incoming?.socket?.remoteAddress || 'unknown');
}

/** An IPv6 address as its /64, which is what one client gets to choose addresses from; others as they stand. Pure. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0');
  const groups = [...left, ...zeros, ...right].slice(0, 4).map((group) => Number.parseInt(group, 16));
  return `${groups.map((group) => group.toString(16)).join(':')}::/64`;
}
