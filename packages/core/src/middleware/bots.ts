import type { Middleware } from './middleware.ts';

const agents = /bot\b|crawl|spider|slurp|lighthouse|headless|preview|facebookexternalhit|pingdom|ptst/i;

/** Whether a program reads the page: a driver steers it, or its agent says so. Decided once a page, so that a visit is never half. */
export function isBot(): boolean {
  return navigator.webdriver === true || agents.test(navigator.userAgent);
}

/** Drops every event of a program; to keep them marked, give `test: isBot()` to `createCore` instead. */
export function bots(found: () => boolean = isBot): Middleware {
  let isFound: boolean | undefined;
  return (draft) => {
    isFound ??= found();
    return isFound ? null : draft;
  };
}
