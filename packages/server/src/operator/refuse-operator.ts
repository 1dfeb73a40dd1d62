import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppContext } from '../http/environment.ts';
import { messages } from './messages.ts';
import { renderPage } from './page.ts';
import { sections } from './sections/index.ts';

/** Why not: a word for programs, a sentence for people. */
export interface Refusal {
  readonly status: ContentfulStatusCode;
  readonly reason: string;
  readonly sentence: string;
  /** Page under `/operator/` to go back to. */
  readonly back?: string;
}

/** Refuses an operator: the sentence on a page for whoever looks at pages, JSON for programs. */
export function refuseOperator(
  c: AppContext,
  base: string,
  { status, reason, sentence, back = '' }: Refusal,
): Response | Promise<Response> {
  if (!isPageRequest(c, base)) return c.json({ ok: false, reason, problems: [sentence] }, status);
  const content = html`<p class="notice bad" role="alert">${sentence}</p>
    <p><a href="${base}/operator/${back || cameFrom(c, base)}">${messages.words.back}</a></p>`;
  const frame = { base, title: messages.refused, operator: c.get('operator'), sections, content };
  return c.html(renderPage(frame), status);
}

/** Whether somebody looks at an operator page: opens one, or sends one of its forms. */
export function isPageRequest(c: AppContext, base: string): boolean {
  const { method, path } = c.req;
  if (!/^\/(operator|sign-in)(\/|$)/.test(path.slice(base.length))) return false;
  if (isForm(c)) return true;
  return (method === 'GET' || method === 'HEAD') && !path.startsWith(`${base}/operator/api/`);
}

/** Whether the body is what a form sends. */
export function isForm(c: AppContext): boolean {
  return (c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded');
}

/** The operator page whose form was sent, relative to the operator's root; the empty string when the browser does not say. */
export function cameFrom(c: AppContext, base: string): string {
  const from = c.req.header('referer') ?? '';
  const root = `${base}/operator/`;
  if (!URL.canParse(from)) return '';
  const { pathname, search } = new URL(from);
  // Never to an answer of a form, and never to another site: the path alone is taken.
  if (!pathname.startsWith(root) || pathname.startsWith(`${root}api/`)) return '';
  return `${pathname.slice(root.length)}${search}`;
}
