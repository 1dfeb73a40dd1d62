import { lintPoints } from './lint/lint-points.ts';
import { lintPool } from './lint/lint-pool.ts';
import { lintQuests } from './lint/lint-quests.ts';
import { locateJson } from './parse/locate-json.ts';
import { placeFindings } from './parse/parse-source.ts';
import type { Problem } from './problem.ts';
import type { ProgramDocument } from './program.ts';

/**
 * Warnings about a sound programme: what is allowed but unwise. In the order of the text.
 * @param text the source, when line and column are wanted.
 */
export function lintProgram(program: ProgramDocument, text?: string): readonly Problem[] {
  const findings = [
    ...lintPoints(program),
    ...lintQuests(program),
    ...Object.entries(program.pools).flatMap(([name, pool]) => lintPool(pool, ['pools', name])),
  ];
  return placeFindings(text === undefined ? null : locateJson(text), findings, 'warning');
}
