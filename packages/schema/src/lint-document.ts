import type { CampaignDocument } from './document.ts';
import { lintAttributes } from './lint/lint-attributes.ts';
import { lintAudiences } from './lint/lint-audiences.ts';
import { lintCampaigns } from './lint/lint-campaigns.ts';
import { lintManners } from './lint/lint-manners.ts';
import { lintTexts } from './lint/lint-texts.ts';
import { locateJson } from './parse/locate-json.ts';
import { placeFindings } from './parse/parse-source.ts';
import { readReachable } from './parse/reachable.ts';
import type { Problem } from './problem.ts';

/**
 * Warnings about a sound document: what is allowed but unwise. In the order of the text.
 * @param text the source, when line and column are wanted.
 */
export function lintDocument(document: CampaignDocument, text?: string): readonly Problem[] {
  const reachable = readReachable(document);
  const findings = [
    ...lintCampaigns(document, reachable),
    ...lintAudiences(document, reachable),
    ...lintAttributes(document, reachable),
    ...lintManners(document, reachable),
    ...lintTexts(document, reachable),
  ];
  return placeFindings(text === undefined ? null : locateJson(text), findings, 'warning');
}
