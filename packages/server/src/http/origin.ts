import type { WriteKey } from '../options.ts';

/**
 * Whether a page of this origin may use the key. A request without `Origin` and fetch metadata comes from no page
 * of today's browsers: the list protects shops from other pages, not from programs, which can write any header.
 */
export function isOriginAllowed(key: WriteKey, request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) return request.headers.get('sec-fetch-site') !== 'cross-site';
  return key.origins.some(
    (each) => each === '*' || each === origin || (each === 'self' && isOwnOrigin(origin, request)),
  );
}

/** Whether the origin is the one the request was sent to; a proxy may have changed the scheme. */
export function isOwnOrigin(origin: string, request: Request): boolean {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Whether a request comes from one of our own pages; without any sign of it, it does not. */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  return origin ? isOwnOrigin(origin, request) : request.headers.get('sec-fetch-site') === 'same-origin';
}
