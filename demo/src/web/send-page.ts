import type { Context } from 'hono';
import { type Page, renderPage } from '../pages/layout.ts';
import type { PageContext } from './page-context.ts';
import type { ShopEnv } from './read-page.ts';

/** The policy of every page: own files only, and Trusted Types. */
export const contentSecurityPolicy =
  "default-src 'self'; trusted-types lit-html; require-trusted-types-for 'script'";

/** Answers with a page. Pages hold the visitor's cart, so nobody may share them. */
export function sendPage(c: Context<ShopEnv>, page: PageContext, content: Page): Response {
  return c.html(renderPage(page, content).markup, content.status ?? 200, {
    'content-security-policy': contentSecurityPolicy,
    'cache-control': 'private, no-cache',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
  });
}
