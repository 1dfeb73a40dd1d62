import type { AddressInfo } from 'node:net';
import { type ServerType, serve as serveNode } from '@hono/node-server';
import type { Handler } from './create-handler.ts';
import { ServerError } from './server-error.ts';

const IDLE_LOOK_MS = 50;
const DRAIN_MS = 5000;

/** Where to listen. */
export interface ServeOptions {
  /** What answers: our handler alone, or an app around it. */
  readonly fetch: (request: Request, environment: object) => Response | Promise<Response>;
  /** Handlers to stop with the server. */
  readonly handlers: readonly Handler[];
  /** 0: any free port. */
  readonly port: number;
  /** Default `127.0.0.1`. */
  readonly host?: string | undefined;
}

/** A listening server. */
export interface RunningServer {
  readonly url: string;
  /**
   * Lets nobody in any more, answers what is under way, then closes; a connection that still hangs after 5 s is cut.
   * Nothing that was accepted is lost. Safe to call twice.
   */
  stop(): Promise<void>;
}

/**
 * Listens on HTTP.
 * @throws ServerError `port-in-use`, and whatever a handler's `ready` rejects with.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { fetch, handlers, port, host = '127.0.0.1' } = options;
  await Promise.all(handlers.map((each) => each.ready));
  const server = await listen(fetch, port, host);
  const { port: own } = server.address() as AddressInfo;
  let stopped: Promise<void> | undefined;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${own}`,
    stop() {
      stopped ??= stopServer(server, handlers);
      return stopped;
    },
  };
}

function listen(fetch: ServeOptions['fetch'], port: number, hostname: string): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serveNode({ fetch, port, hostname }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? portInUse(port, error) : error);
    });
  });
}

async function stopServer(server: ServerType, handlers: readonly Handler[]): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await Promise.all(handlers.map((each) => each.stop()));
  if (!('closeIdleConnections' in server)) return closed;
  // Browsers keep their connections open: each is closed once its last answer is out. A client that does not read its
  // answer must not keep the process.
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_LOOK_MS);
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}

function portInUse(port: number, cause: Error): ServerError {
  return new ServerError(
    'port-in-use',
    `Port ${port} is in use: stop the other program, or set PORT to another number.`,
    { port },
    { cause },
  );
}
