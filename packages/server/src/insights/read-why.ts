import { supportCode } from '@regulars/core/rules';
import { type CampaignDocument, describeReason, describeTrace, type TracedNode } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import { findVisitors } from './find-visitors.ts';

/** Decisions of a visitor that are kept in sight. */
const DECISIONS_MAX = 200;

/** One decision of the past, in words. */
export interface PastDecision {
  /** Epoch ms. */
  readonly t: number;
  readonly campaignId: string;
  readonly name: string;
  readonly outcome: string;
  /** Step and code, `caps:cap:1/7d`. */
  readonly reason: string;
  readonly sentence: string;
  /** Every condition that did not hold, with what was found. */
  readonly failed: readonly { readonly text: string; readonly found: string }[];
  /** Revision that was live then; a page may have used the one before. */
  readonly revision: number | null;
}

/** What was decided for one browser. */
export interface VisitorWhy {
  readonly anonymousId: string;
  readonly code: string;
  readonly decisions: readonly PastDecision[];
}

interface Row {
  readonly t: number;
  readonly props: {
    readonly campaignId: string;
    readonly outcome: string;
    readonly reason: string;
    readonly failed?: readonly TracedNode[];
  };
}

interface Known {
  readonly revision: number;
  readonly t: number;
  readonly document: CampaignDocument;
}

/** The last 200 decisions of each visitor that the reference leads to, the latest first, said in a language. */
export async function readWhy(
  context: ServerContext,
  asked: string,
  locale: string,
): Promise<readonly VisitorWhy[]> {
  const ids = asked === '' ? [] : await findVisitors(context.db, asked);
  if (ids.length === 0) return [];
  const revisions = await readRevisions(context);
  const found: VisitorWhy[] = [];
  for (const anonymousId of ids) {
    const rows = await context.db.query<Row>(
      `select t, props from event where anonymous_id = $1 and name = 'experience_decided' order by t desc, seq desc limit ${DECISIONS_MAX}`,
      [anonymousId],
    );
    const decisions = rows.map((row) => describe(row, revisions, locale));
    found.push({ anonymousId, code: supportCode(anonymousId), decisions });
  }
  return found;
}

async function readRevisions({ db }: ServerContext): Promise<readonly Known[]> {
  const rows = await db.query<{ revision: number; t: number; content: string }>(
    `select revision, t, content from document_revision where kind = 'campaigns' order by revision desc limit 50`,
  );
  return rows.map(({ content, ...row }) => ({ ...row, document: JSON.parse(content) }));
}

function describe({ t, props }: Row, revisions: readonly Known[], locale: string): PastDecision {
  const { campaignId, outcome, reason, failed = [] } = props;
  const live = revisions.find((one) => one.t <= t) ?? revisions.at(-1);
  const campaign = live?.document.campaigns.find(({ id }) => id === campaignId);
  const at = reason.indexOf(':');
  const sentence = describeReason({ step: reason.slice(0, at), why: reason.slice(at + 1) }, locale);
  const nodes = campaign?.audience
    ? describeTrace(campaign.audience, failed, locale, live?.document.audiences)
    : [];
  return {
    ...{ t, campaignId, outcome, reason, sentence },
    name: campaign?.name ?? campaignId,
    failed: nodes
      .filter(({ leaf }) => leaf)
      .map(({ text, found, age }) => ({
        text,
        found: found === undefined ? '' : `${JSON.stringify(found)}${age ? `, ${age}` : ''}`,
      })),
    revision: live?.revision ?? null,
  };
}
