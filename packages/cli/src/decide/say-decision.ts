import { type CampaignDocument, describeReason, describeTrace } from '@regulars/schema';
import type { ImaginedDecision } from './imagine.ts';

/** A decision in words, for people and for programs. */
export interface SaidDecision {
  readonly id: string;
  readonly outcome: string;
  readonly heldOut: boolean;
  readonly variant: string | null;
  /** The reason that decided. */
  readonly sentence: string;
  /** Every condition that did not hold, with what was found. */
  readonly failed: readonly { readonly text: string; readonly found: unknown }[];
}

/** Says a decision in English, Bulgarian, Polish or Russian. */
export function sayDecision(
  decision: ImaginedDecision,
  document: CampaignDocument,
  locale: string,
): SaidDecision {
  const { campaign, outcome, holdout, variantId, reasons } = decision;
  const last = reasons.at(-1);
  const trace = reasons.find(({ ok, trace: lines }) => !ok && lines)?.trace ?? [];
  const nodes = campaign.audience ? describeTrace(campaign.audience, trace, locale, document.audiences) : [];
  return {
    id: campaign.id,
    outcome,
    heldOut: holdout,
    variant: variantId ?? null,
    sentence: last ? describeReason(last, locale) : '',
    failed: nodes
      .filter(({ leaf, result }) => leaf && result !== true)
      .map(({ text, found }) => ({ text, found })),
  };
}

/** Lines of a decision for a terminal. */
export function linesOf({
  id,
  outcome,
  heldOut,
  variant,
  sentence,
  failed,
}: SaidDecision): readonly string[] {
  const arm = heldOut ? ', held out' : variant ? `, variant ${variant}` : '';
  return [
    `${outcome === 'won' ? '✓' : '✗'} ${id}: ${outcome}${arm}. ${sentence}`,
    ...failed.map(
      ({ text, found }) => `    ✗ ${text}${found === undefined ? '' : ` (${JSON.stringify(found)})`}`,
    ),
  ];
}
