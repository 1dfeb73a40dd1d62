import { checkProgram } from './parse/check-program.ts';
import { type ParseResult, parseSource } from './parse/parse-source.ts';
import { type ProgramDocument, programDocument } from './program.ts';

/** Parses a programme document from its text or value: the document, or all its mistakes at once. Never throws. */
export function parseProgram(input: unknown): ParseResult<ProgramDocument> {
  return parseSource(input, { schema: programDocument, check: checkProgram });
}
