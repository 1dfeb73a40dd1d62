import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** One body that a tracker sent. */
export interface Body {
  readonly path: string;
  readonly text: string;
}

/** Takes what any tracker sends, in this process. */
export interface Collector {
  readonly url: string;
  readonly bodies: readonly Body[];
  /** Labels that came, each once. */
  labels(): ReadonlySet<string>;
  /** `down`: every request is answered 503 and counts as not come. */
  setDown(down: boolean): void;
  close(): Promise<void>;
}

/** RudderStack asks where to send; a source without destinations is enough. */
const rudderSource = {
  source: {
    id: 'bench',
    name: 'bench',
    writeKey: 'bench',
    enabled: true,
    config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
    dataplanes: {},
    destinations: [],
    updatedAt: '2026-01-01T00:00:00.000Z',
  },
};

/** Serves a tracker's page and takes its bodies. */
export async function openCollector(script: string): Promise<Collector> {
  const bodies: Body[] = [];
  let isDown = false;
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const cors = {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-headers': '*',
      'access-control-allow-credentials': 'true',
    };
    if (request.method === 'GET' || request.method === 'OPTIONS') {
      const [type, text] = path.startsWith('/bench.js')
        ? ['text/javascript', script]
        : path.includes('sourceConfig')
          ? ['application/json', JSON.stringify(rudderSource)]
          : path === '/' || path.startsWith('/?') || path.startsWith('/empty')
            ? ['text/html', page(path)]
            : ['application/json', '{}'];
      response.writeHead(200, { 'content-type': type, ...cors }).end(text);
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const text = (raw[0] === 0x1f ? gunzipSync(raw) : raw).toString();
    if (!isDown) bodies.push({ path, text });
    response
      .writeHead(isDown ? 503 : 200, { 'content-type': 'application/json', ...cors })
      .end(isDown ? '{}' : '{"type":"accepted","status":1,"code":200,"success":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    labels: () => new Set(bodies.flatMap(({ text }) => decode(text).match(/bench-\w{6}-\d+/g) ?? [])),
    setDown(down) {
      isDown = down;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** PostHog may send its body as form data in base64. */
function decode(text: string): string {
  if (!text.startsWith('data=')) return text;
  return Buffer.from(decodeURIComponent(text.slice(5)), 'base64').toString();
}

const page = (path: string): string =>
  `<!doctype html><link rel="icon" href="data:,"><title>bench</title><body>${
    path.startsWith('/empty') ? '' : '<script type="module" src="/bench.js"></script>'
  }`;
