import { compileDocument } from '@regulars/core/rules';
import {
  type CampaignDocument,
  drawOf,
  lintDocument,
  lintProgram,
  type Problem,
  type ProgramDocument,
  parseDocument,
  parseProgram,
  splitDocument,
} from '@regulars/schema';
import type { DocumentKind, Published } from './document-kind.ts';

/** A document that may go live with what is unwise about it, or what is wrong with it. */
export type CheckedDocument =
  | { readonly ok: true; readonly next: Published; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Checks a document as `regulars validate` does, then together with the other one that is live. Never throws.
 * @param text JSON as the marketer wrote it.
 */
export function checkDocument(
  kind: DocumentKind,
  text: string,
  live: Published,
  now: number,
): CheckedDocument {
  if (kind === 'program') {
    const parsed = parseProgram(text);
    if (!parsed.ok) return parsed;
    return checkTogether({ ...live, program: parsed.document }, lintProgram(parsed.document, text), now);
  }
  const parsed = parseDocument(text);
  if (!parsed.ok) return parsed;
  return checkTogether({ ...live, campaigns: parsed.document }, lintDocument(parsed.document, text), now);
}

function checkTogether(next: Published, warnings: readonly Problem[], now: number): CheckedDocument {
  const problems = [...missingPools(next.campaigns, next.program), ...compileProblems(next, now)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, next, warnings };
}

/** A game whose pool is gone would open and then refuse everybody. */
function missingPools({ campaigns }: CampaignDocument, { pools }: ProgramDocument): readonly Problem[] {
  return campaigns.flatMap(({ id, status, widget, experiment }, index) => {
    if (status === 'draft' || status === 'ended') return [];
    const drawn = [widget, ...(experiment?.variants ?? []).flatMap((one) => one.widget ?? [])].flatMap(
      (one) => drawOf(one) ?? [],
    );
    return drawn
      .filter((name) => !Object.hasOwn(pools, name))
      .map((name) => ({
        code: 'pool-missing',
        path: `campaigns[${index}].widget.props.draw`,
        what: `Campaign ${id} draws from the pool "${name}".`,
        why: 'The programme has no pool of this name.',
        fix: 'Publish a program.json with this pool first, or end the campaign.',
        severity: 'error' as const,
      }));
  });
}

/** What a browser's checker would refuse of the public part. */
function compileProblems({ campaigns, program }: Published, now: number): readonly Problem[] {
  const { problems } = compileDocument(splitDocument(campaigns, program, { now }).public);
  return problems.map(({ code, message = '', key = '' }) => ({
    code,
    path: key,
    what: message,
    why: 'Browsers would leave this campaign out.',
    fix: 'Change it as the message says.',
    severity: 'error' as const,
  }));
}
