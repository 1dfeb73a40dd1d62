import { readFile, writeFile } from 'node:fs/promises';
import {
  type CampaignDocument,
  type ProgramDocument,
  parseDocument,
  parseProgram,
  withRevision,
} from '@regulars/schema';
import { UsageError } from '../commands/command.ts';

/** Kind of a document. */
export type DocumentKind = 'campaigns' | 'program';

/** A document file as it stands on disk. */
export interface LocalDocument {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly text: string;
  readonly document: CampaignDocument | ProgramDocument;
}

/** A document with campaigns is one of campaigns; one that says how points are earned is a programme. */
export function kindOf(text: string): DocumentKind {
  return !/"campaigns"\s*:/.test(text) && /"(earn|pools)"\s*:/.test(text) ? 'program' : 'campaigns';
}

/** Reads and checks a file. Errors: says how many mistakes there are and which command shows them. */
export async function readLocal(file: string): Promise<LocalDocument> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`There is no file ${file} here. Name it, or go to its folder.`);
  });
  const kind = kindOf(text);
  const parsed = kind === 'program' ? parseProgram(text) : parseDocument(text);
  if (parsed.ok) return { file, kind, text, document: parsed.document };
  const [first] = parsed.problems;
  const place = first?.line === undefined ? '' : ` (line ${first.line})`;
  throw new Error(
    `${file}: ${parsed.problems.length} mistakes, first at ${first?.path || 'the top'}${place}: ${first?.why} Run: regulars validate ${file}`,
  );
}

/** Writes the new revision into the file, so that the next draft has the right base. Everything else stays as it is. */
export async function keepRevision({ file, text }: LocalDocument, revision: number): Promise<void> {
  const next = withRevision(text, revision);
  if (next !== text) await writeFile(file, next);
}
