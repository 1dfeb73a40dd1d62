import { compileDocument } from '@regulars/core/rules';
import { type CampaignDocument, type Preview, previewPlan, splitDocument } from '@regulars/schema';
import type { VerifiedToken } from '../auth/tokens.ts';
import type { ServerContext } from '../context.ts';

/**
 * What the token of a preview link plays; `undefined`: the token is for other tools. `null`: its colleague's account is
 * closed, or the draft or campaign is gone.
 */
export async function readPreview(
  context: ServerContext,
  { subject, claims }: VerifiedToken,
): Promise<Preview | null | undefined> {
  if (claims.preview === undefined) return undefined;
  const plan = previewPlan.safeParse(claims.preview).data;
  if (!plan || (await isClosed(context, subject))) return null;
  const source = await readSource(context, plan.draft);
  const campaign = source?.campaigns.find(({ id }) => id === plan.campaignId);
  if (!source || !campaign) return null;
  // As it will be once it is put live; its schedule is judged by the moment that was chosen, so all times are split off.
  const { farewell: _, ...rest } = source;
  const played: CampaignDocument = {
    ...rest,
    campaigns: source.campaigns.map((one) => (one === campaign ? { ...one, status: 'live' } : one)),
  };
  const parts = splitDocument(played, context.program, { now: 0, aheadMs: Infinity });
  const { document } = compileDocument(parts.public);
  return document && { plan, name: campaign.name ?? campaign.id, document };
}

async function readSource(
  { db, campaigns }: ServerContext,
  draft: number | undefined,
): Promise<CampaignDocument | null> {
  if (draft === undefined) return campaigns;
  const [row] = await db.query<{ content: string }>(
    `select content from document_draft where kind = 'campaigns' and id = $1`,
    [draft],
  );
  // A draft was checked when it was pushed.
  return row ? JSON.parse(row.content) : null;
}

/** Links of a colleague end with the account. */
async function isClosed({ db }: ServerContext, accountId: string): Promise<boolean> {
  const [row] = await db.query<{ closed: boolean }>(
    'select disabled_at is not null as closed from account where id = $1',
    [accountId],
  );
  return row?.closed ?? false;
}
