import { type CampaignDocument, type PreviewPlan, previewPlan } from '@regulars/schema';
import { signToken } from '../auth/tokens.ts';
import type { ServerContext } from '../context.ts';
import { readDraft } from '../documents/read-documents.ts';
import { writeAudit } from '../operator/audit.ts';

/** How long a link plays. */
const LINK_MS = 7 * 86_400_000;

/** What somebody wants to look at. */
export interface PreviewWish {
  /** Address or path of a page of the shop. */
  readonly page: string;
  /** Play the draft that waits; without one, what is live. */
  readonly draft: boolean;
  /** The rest of a `PreviewPlan`, unchecked. */
  readonly plan: Readonly<Record<string, unknown>>;
}

/** A link to play, or the field that is wrong. */
export type PreviewAnswer =
  | { readonly ok: true; readonly link: string; readonly expiresAt: number; readonly plan: PreviewPlan }
  | { readonly ok: false; readonly field: string };

/**
 * Signs a link that plays one campaign on the shop for seven days.
 * @param own origin of the server as the caller sees it; stands for the shop where no key names another.
 */
export async function makePreview(
  context: ServerContext,
  by: { readonly id: string | null; readonly name: string },
  { page, draft, plan: wished }: PreviewWish,
  own: string,
): Promise<PreviewAnswer> {
  const waiting = draft ? await readDraft(context.db, 'campaigns') : null;
  const parsed = previewPlan.safeParse({ ...wished, ...(waiting && { draft: waiting.id }) });
  if (!parsed.success) return { ok: false, field: String(parsed.error.issues[0]?.path[0] ?? 'campaignId') };
  const plan = parsed.data;
  // A draft was checked when it was pushed.
  const source: CampaignDocument = waiting ? JSON.parse(waiting.content) : context.campaigns;
  const campaign = source.campaigns.find(({ id }) => id === plan.campaignId);
  if (!campaign) return { ok: false, field: 'campaignId' };
  const { variant } = plan;
  const isDealt =
    variant === undefined ||
    variant === 'holdout' ||
    campaign.experiment?.variants.some(({ id }) => id === variant);
  if (!isDealt) return { ok: false, field: 'variant' };
  const address = readPage(context, page, own);
  if (!address) return { ok: false, field: 'page' };
  const expiresAt = context.now() + LINK_MS;
  const token = await signToken(context, {
    purpose: 'tool',
    subject: by.id ?? by.name,
    expiresAt,
    claims: { tools: ['preview'], preview: plan },
  });
  address.searchParams.set('regulars-preview', token);
  await writeAudit(context.db, by, context.now(), {
    action: 'preview-link-made',
    target: plan.campaignId,
    detail: { page: address.pathname, ...(waiting && { draft: waiting.id }) },
  });
  return { ok: true, link: String(address), expiresAt, plan };
}

/** The page's address, when one of the shop's keys allows its origin: a token is sent to no stranger. */
function readPage({ keys }: ServerContext, page: string, own: string): URL | null {
  const origins = [...keys.values()].flatMap(({ origins: each }) => each);
  const shop = origins.find((each) => each.startsWith('http')) ?? own;
  const address = URL.parse(page, `${shop}/`);
  if (!address || !/^https?:$/.test(address.protocol)) return null;
  const isAllowed = origins.some(
    (each) => each === '*' || each === address.origin || (each === 'self' && address.origin === own),
  );
  return isAllowed ? address : null;
}
