/** Hosts of search engines; search engines count what covers the first view against a page. */
const engines =
  /(^|\.)(google\.[a-z.]{2,6}|bing\.com|duckduckgo\.com|(search\.)?yahoo\.[a-z.]{2,6}|yandex\.[a-z.]{2,6}|ya\.ru|ecosia\.org|qwant\.com|startpage\.com|baidu\.com|seznam\.cz|search\.brave\.com|ask\.com)$/;

/** Ms after arrival from a search in which nothing opens by itself. */
const quietMs = 6000;

/** Ms left of the first seconds after arrival from a search; 0: none. */
export function searchWaitMs(referrer: string, sinceArrivalMs: number): number {
  if (sinceArrivalMs >= quietMs || !referrer) return 0;
  try {
    return engines.test(new URL(referrer).hostname) ? quietMs - sinceArrivalMs : 0;
  } catch {
    // No address: nobody knows where they came from.
    return 0;
  }
}
