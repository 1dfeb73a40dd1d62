import { askServer } from '../server/ask-server.ts';
import type { Connection } from '../server/connection.ts';
import type { ServerReport } from './page-report.ts';

/** Asks the endpoint of the page for its health and its document, and, signed in, for the last webhook. Never throws. */
export async function askBackend(
  endpoint: string | null,
  key: string | null,
  connection: Connection | null,
): Promise<ServerReport> {
  const health = endpoint === null ? null : await read(`${endpoint}/health`);
  const document =
    endpoint === null || key === null
      ? null
      : await read(`${endpoint}/v1/document/${encodeURIComponent(key)}.json`);
  const me =
    connection &&
    (await askServer<{ readonly webhookAt?: number | null }>(connection, '/me').catch(() => null));
  return {
    endpoint,
    healthy: Object(health).ok === true,
    document: document === null ? (endpoint && key ? false : null) : true,
    selectors: [...new Set(listSelectors(document))].sort(),
    webhookAt: me?.webhookAt,
  };
}

async function read(url: string): Promise<unknown> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** Selectors of triggers, targets of steps and hints: texts under these names, wherever they stand. */
function listSelectors(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(listSelectors);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    (name === 'selector' || name === 'target') && typeof one === 'string' ? [one] : listSelectors(one),
  );
}
