import { html } from 'hono/html';
import type { ServerContext } from '../../context.ts';
import type { AppContext } from '../../http/environment.ts';
import { parseJson, readBody } from '../../http/read-body.ts';
import type { Html } from '../format.ts';
import { messages } from '../messages.ts';
import { renderPage } from '../page.ts';
import { isForm, refuseOperator } from '../refuse-operator.ts';
import { sections } from '../sections/index.ts';

const BODY_MAX_BYTES = 16 * 1024;

/** Fields of a change, from a form of our pages or from JSON. */
export interface ChangeRequest {
  readonly isForm: boolean;
  /** One field as text; the empty string when absent. */
  readonly field: (name: string) => string;
  /** All values of a field. */
  readonly list: (name: string) => readonly string[];
}

/** Reads the fields of a change; `null` when the body is neither form nor JSON object. */
export async function readChange(c: AppContext): Promise<ChangeRequest | null> {
  const body = await readBody(c.req.raw, BODY_MAX_BYTES);
  if (!body.ok) return null;
  if (isForm(c)) {
    const form = new URLSearchParams(body.text);
    return {
      isForm: true,
      field: (name) => clean(form.get(name) ?? ''),
      list: (name) => form.getAll(name).map(clean),
    };
  }
  const json = body.text === '' ? {} : parseJson(body.text);
  if (json === null || typeof json !== 'object') return null;
  const fields = new Map<string, unknown>(Object.entries(json));
  const list = (name: string): readonly string[] => {
    const value = fields.get(name);
    return (Array.isArray(value) ? value : [value ?? '']).map((each) => clean(String(each)));
  };
  return { isForm: false, list, field: (name) => list(name)[0] ?? '' };
}

/** Answers a change: JSON to programs, back to the page (or a page with the result) to forms. */
export function answerChange(
  c: AppContext,
  context: ServerContext,
  change: ChangeRequest,
  answer: {
    readonly result: object;
    readonly back: string;
    readonly page?: { title: string; content: Html };
  },
): Response | Promise<Response> {
  if (!change.isForm) return c.json({ ok: true, ...answer.result });
  if (!answer.page) return c.redirect(`${context.basePath}/operator/${answer.back}`, 303);
  const { title, content } = answer.page;
  const back = html`<p><a href="${context.basePath}/operator/${answer.back}">${messages.words.back}</a></p>`;
  return c.html(
    renderPage({
      base: context.basePath,
      title,
      operator: c.get('operator'),
      sections,
      content: html`${content}${back}`,
    }),
  );
}

/** Refuses a change, with the sentence that says what to do and the page to go back to. */
export function refuseChange(
  c: AppContext,
  context: ServerContext,
  sentence: string,
  status: 400 | 404 | 409 = 400,
  back = '',
): Response | Promise<Response> {
  const reason = status === 404 ? 'not-found' : 'bad-request';
  return refuseOperator(c, context.basePath, { status, reason, sentence, back });
}

function clean(text: string): string {
  return text.replaceAll('\0', '').trim().slice(0, 500);
}
