import { type CampaignDocument, campaignDocument } from './document.ts';
import { checkCampaigns } from './parse/check-campaigns.ts';
import { checkConditions } from './parse/check-conditions.ts';
import { checkTexts } from './parse/check-texts.ts';
import { type ParseResult, parseSource } from './parse/parse-source.ts';
import { readReachable } from './parse/reachable.ts';

/**
 * Parses a campaign document from its text or value: the document, or all its mistakes at once in the order of the text.
 * Never throws. With text, each problem has line and column from 1.
 */
export function parseDocument(input: unknown): ParseResult<CampaignDocument> {
  return parseSource(input, {
    schema: campaignDocument,
    check: (raw) => {
      const reachable = readReachable(raw);
      return [...checkCampaigns(reachable), ...checkConditions(reachable), ...checkTexts(reachable)];
    },
  });
}
