/** Quota of all beacons in flight is 64 KiB in Chromium and WebKit; the rest stays free for the shop's own. */
const exitBytes = 48 * 1024;

type FetchLater = (url: string, init: RequestInit) => unknown;

/**
 * Hands a body to the browser of a page that goes; each way may be missing, refuse by quota or throw, then the next one
 * is tried. `true`: one took it.
 * @param headers where the body needs more than its type, `text/plain`: a beacon can carry none, so it is not asked.
 */
export function leave(
  url: string,
  content: unknown,
  signal: AbortSignal,
  headers?: Readonly<Record<string, string>>,
): boolean {
  const body = new Blob([JSON.stringify(content)], { type: headers?.['content-type'] ?? 'text/plain' });
  if (signal.aborted || body.size > exitBytes) return false;
  const init: RequestInit = { method: 'POST', body, signal, ...(headers && { headers }) };
  try {
    const { fetchLater } = globalThis as { fetchLater?: FetchLater };
    if (fetchLater) {
      fetchLater(url, init);
      return true;
    }
  } catch {
    // Quota or policy: the beacon has its own.
  }
  try {
    // The answer of the last way comes after the page is gone; a refusal by quota is a rejection nobody waits for.
    if (headers || !navigator.sendBeacon?.(url, body))
      fetch(url, { ...init, keepalive: true }).catch(() => {});
    return true;
  } catch {
    return false;
  }
}
