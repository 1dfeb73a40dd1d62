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
  };
}

/** Context of a request. */
export type AppContext = Context<AppEnv>;

/** The client's address for rate limits; `unknown` when nobody tells. */
export function addressOf(c: AppContext, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded || c.env?.address || c.env?.incoming?.socket?.remoteAddress || 'unknown';
}
