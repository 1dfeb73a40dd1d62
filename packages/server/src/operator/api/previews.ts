import { html, raw } from 'hono/html';
import { renderSVG } from 'uqr';
import type { ServerContext } from '../../context.ts';
import type { AppContext } from '../../http/environment.ts';
import { makePreview } from '../../preview/make-preview.ts';
import { type Html, timeTag } from '../format.ts';
import { messages } from '../messages.ts';
import { answerChange, type ChangeRequest, readChange, refuseChange } from './respond.ts';

const TEXT = messages.previews;
const ALL = ['functional', 'analytics', 'personalization', 'marketing'];
const CONSENTS: Readonly<Record<string, readonly string[] | null>> = {
  all: ALL,
  functional: ['functional'],
  none: [],
  pending: null,
};

/** `POST /operator/api/previews`: a link that plays a campaign, with its QR code. */
export async function issuePreview(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  if (!change) return refuseChange(c, context, messages.problems.body);
  const wish = {
    page: change.field('page') || '/',
    draft: change.field('draft') !== 'false',
    plan: readPlan(change),
  };
  const origin = c.req.header('origin') ?? new URL(c.req.url).origin;
  const made = await makePreview(context, c.get('operator'), wish, origin);
  if (!made.ok) return refuseChange(c, context, TEXT.wrong[made.field] ?? TEXT.unclear(made.field));
  const { link, expiresAt } = made;
  return answerChange(c, context, change, {
    result: { link, expiresAt },
    back: 'documents',
    page: { title: TEXT.ready, content: linkView(link, expiresAt, context.campaigns.zone) },
  });
}

/** Fields of the form as a plan; what is wrong with it is said by its check. */
function readPlan(change: ChangeRequest): Readonly<Record<string, unknown>> {
  const [locale, variant, outcome, at] = ['locale', 'variant', 'outcome', 'at'].map(change.field);
  const consent = change.field('consent') || 'all';
  return {
    campaignId: change.field('campaignId'),
    persona: change.field('persona') || 'fits',
    consent: Object.hasOwn(CONSENTS, consent) ? CONSENTS[consent] : consent,
    ...(locale && { locale }),
    ...(variant && { variant }),
    ...(outcome && { outcome: /^\d{1,3}$/.test(outcome) ? Number(outcome) : outcome }),
    // The field has no zone; it is read as UTC and said so beside it.
    ...(at && { at: Date.parse(/[Zz]|[+-]\d\d:?\d\d$/.test(at) ? at : `${at}Z`) }),
  };
}

function linkView(link: string, expiresAt: number, zone: string): Html {
  return html`<p><a class="button main" href="${link}" target="_blank" rel="noopener">${TEXT.open}</a></p>
    <p>${TEXT.until} ${timeTag(expiresAt, zone)}. ${TEXT.secret}</p>
    <figure class="qr"><div role="img" aria-label="${TEXT.phone}">${raw(renderSVG(link, { ecc: 'L', border: 2 }))}</div><figcaption>${TEXT.phone}</figcaption></figure>
    <p><code class="long">${link}</code></p>`;
}
