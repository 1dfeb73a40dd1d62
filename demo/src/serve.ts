import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ApiKey, createHandler, type Handler, openDatabase, serve } from '@regulars/server';
import { createDemoClock } from './backend/demo-clock.ts';
import { fillBoard } from './backend/fill-board.ts';
import { ensureDemoIndex } from './build-demo-index.ts';
import { type Documents, readDocuments } from './documents.ts';
import { type OpenShop, openShop } from './open-shop.ts';
import { createStaticFiles } from './web/static-files.ts';

const checkout = fileURLToPath(new URL('../../', import.meta.url));

export interface DemoOptions {
  /** TCP port (default 4700); 0 takes a free one. */
  readonly port?: number;
  /** Address to listen on (default `127.0.0.1`). */
  readonly host?: string;
  /** Folder of the embedded database and the secrets (default `.regulars` in the checkout). */
  readonly dataDir?: string;
  /** PostgreSQL instead of the embedded database. */
  readonly databaseUrl?: string;
  /** Writes no log lines (default `false`). */
  readonly quiet?: boolean;
  /** `false` leaves the SDK tag out of every page (default `true`). */
  readonly sdk?: boolean;
  /** Origins of other pages that may use `demo-key`, such as `http://localhost:5173` (default none). */
  readonly origins?: readonly string[];
  /** Documents in place of the demo's own, each by itself. */
  readonly documents?: Partial<Documents>;
  /** Keys by which a backend of the shop may ask (default none). */
  readonly apiKeys?: readonly ApiKey[];
}

export interface Demo {
  readonly url: string;
  /** One-time address that signs the first operator in. */
  readonly operatorLink: string;
  stop(): Promise<void>;
}

/** Requests inside this process. */
const INTERNAL = 'http://regulars.internal';

interface Secrets {
  readonly token: string;
  readonly webhook: string;
  readonly customer: string;
}

/** Secrets are made once and kept beside the data, so that tokens survive a restart. */
async function readSecrets(dir: string): Promise<Secrets> {
  const file = join(dir, 'secrets.json');
  const known = parseSecrets(await readFile(file, 'utf8').catch(() => ''));
  if (known) return known;
  const make = (): string => randomBytes(32).toString('hex');
  const secrets = { token: make(), webhook: make(), customer: make() };
  await mkdir(dir, { recursive: true });
  // Whole or not at all: a start that was killed here must not stop the next one.
  await writeFile(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secrets;
}

/** `null` when it is not what `readSecrets` writes; what was signed with them is lost either way. */
function parseSecrets(text: string): Secrets | null {
  try {
    const { token, webhook, customer }: Partial<Secrets> = Object(JSON.parse(text));
    return token && webhook && customer ? { token, webhook, customer } : null;
  } catch {
    return null;
  }
}

function route(
  handler: Handler,
  shop: OpenShop,
  index: string,
): (request: Request, env: object) => Promise<Response> {
  const sdkFiles = createStaticFiles('/sdk/', join(checkout, 'dist/cdn'));
  const indexFiles = createStaticFiles('/index/', index);
  return (request, env) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/regulars' || pathname.startsWith('/regulars/')) return handler.fetch(request, env);
    if (pathname.startsWith('/sdk/')) return sdkFiles(request);
    if (pathname.startsWith('/index/')) return indexFiles(request);
    return shop.fetch(request);
  };
}

/**
 * Starts the shop and the reference server in this process.
 * @throws ServerError when the data folder or the port is in use, when a prize pool was edited, or on demo keys with
 * `NODE_ENV=production`.
 */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { databaseUrl, dataDir = join(checkout, '.regulars'), host = '127.0.0.1', port = 4700 } = options;
  const db = await openDatabase(databaseUrl === undefined ? { dir: dataDir } : { url: databaseUrl });
  let shop: OpenShop | undefined;
  let handler: Handler | undefined;
  let board: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await board;
    await shop?.webhook.stop();
    await handler?.stop();
    await db.close();
  };
  try {
    const [secrets, index] = await Promise.all([readSecrets(dataDir), ensureDemoIndex()]);
    const { campaigns, program } = { ...readDocuments(), ...options.documents };
    const clock = createDemoClock();
    const send = async (request: Request): Promise<Response> =>
      handler?.fetch(request) ?? new Response(null, { status: 503 });
    // Follows from a secret that is kept already: folders of earlier demos go on working.
    const apiKey = createHmac('sha256', secrets.webhook).update('api').digest('hex');
    shop = await openShop({ db, secrets, program, apiKey, clock, send, sdk: options.sdk ?? true });
    handler = createHandler({
      db,
      basePath: '/regulars',
      keys: [{ key: 'demo-key', origins: ['self', ...(options.origins ?? [])] }],
      secrets,
      shopHook: shop.hook,
      campaigns,
      program,
      now: clock.now,
      apiKeys: [{ name: 'parapet', role: 'viewer', key: apiKey }, ...(options.apiKeys ?? [])],
      ...(options.quiet === true ? { logger: () => undefined } : {}),
    });
    const server = await serve({ fetch: route(handler, shop, index), handlers: [handler], port, host });
    const url = server.url.replace('//127.0.0.1:', '//localhost:');
    // Not awaited: shoppers come while the shop is open. Without them the leaderboard is empty, nothing else.
    const { webhook: webhookSecret } = secrets;
    const to = { db, url: `${INTERNAL}/regulars`, writeKey: 'demo-key', webhookSecret, send, now: clock.now };
    board = fillBoard(to).catch(() => undefined);
    const operatorLink = url + (await handler.operatorLink());
    return { url, operatorLink, stop: () => server.stop().then(close) };
  } catch (error) {
    await close();
    throw error;
  }
}
