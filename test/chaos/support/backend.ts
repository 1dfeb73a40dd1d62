import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { SignalBatch } from '@regulars/schema';

/** How the backend treats one batch. `taken`: it stores it. */
export interface Treatment {
  readonly taken: boolean;
  /** 0 cuts the connection, -1 never answers. */
  readonly status: number;
  readonly body?: object | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly afterMs?: number | undefined;
}

/** A delivered event, as it first came. */
export interface Delivered {
  readonly id: string;
  readonly name: string;
  readonly sid: string;
  readonly seq: number;
  /** Label of a tracked event. */
  readonly label: string | undefined;
  /** Count of an `events_lost`. */
  readonly lost: number;
  /** Why those are gone. */
  readonly reason: string | undefined;
}

/** The chaos shop and its backend in this process; the ledger is written here. */
export interface ChaosBackend {
  readonly url: string;
  /** First deliveries in the order they came. */
  readonly delivered: readonly Delivered[];
  /** How many came again. */
  repeats(): number;
  /** Treats batches from now on. Default: takes and accepts. */
  treat(by: (batch: SignalBatch) => Treatment): void;
  /** Forgets what was delivered. */
  clear(): void;
  close(): Promise<void>;
}

const accepted: Treatment = { taken: true, status: 200, body: { type: 'accepted' } };

/** Serves `script` as the shop's page and takes its batches. */
export async function openBackend(script: string): Promise<ChaosBackend> {
  const delivered = new Map<string, Delivered>();
  let repeats = 0;
  let treat: (batch: SignalBatch) => Treatment = () => accepted;
  const keep = ({ events }: SignalBatch): void => {
    for (const { id, name, sid, seq, props } of events) {
      const { label, count = 0, reason } = props as { label?: string; count?: number; reason?: string };
      if (delivered.has(id)) repeats += 1;
      else delivered.set(id, { id, name, sid, seq, label, reason, lost: name === 'events_lost' ? count : 0 });
    }
  };
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST') return servePage(request, response, script);
    const batch = JSON.parse((await readBody(request)).toString()) as SignalBatch;
    const treatment = treat(batch);
    if (treatment.taken) keep(batch);
    answer(request, response, treatment);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get delivered() {
      return [...delivered.values()];
    },
    repeats: () => repeats,
    treat(by) {
      treat = by;
    },
    clear() {
      delivered.clear();
      repeats = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function servePage({ url }: IncomingMessage, response: ServerResponse, script: string): void {
  const isScript = url === '/chaos.js';
  response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
  const head = '<!doctype html><link rel="icon" href="data:,"><title>chaos</title>';
  const empty = url?.startsWith('/empty');
  response.end(isScript ? script : empty ? head : `${head}<script type="module" src="/chaos.js"></script>`);
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, headers, afterMs = 0 }: Treatment,
): void {
  if (status < 0) return;
  setTimeout(() => {
    if (status === 0) request.socket.destroy();
    else
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body ?? {}));
  }, afterMs);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  return request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw;
}
