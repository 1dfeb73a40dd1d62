import { type ProgramDocument, withRevision } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { renewPools } from '../rewards/pools.ts';
import { checkDocument } from './check-document.ts';
import type { DocumentKind } from './document-kind.ts';
import { readRevision } from './read-documents.ts';
import { afterChange, type ChangeAnswer, type Changer, headOf, insertRevision } from './write-revision.ts';

/** Publishes an earlier revision's content anew. Pools whose seed was revealed since run on under a new version. */
export async function rollBack(
  context: ServerContext,
  kind: DocumentKind,
  by: Changer,
  wish: {
    readonly to?: number | undefined;
    readonly base?: number | undefined;
    readonly why?: string | undefined;
  },
): Promise<ChangeAnswer> {
  await context.documents.reload();
  const answer = await context.db.transaction(async (tx): Promise<ChangeAnswer> => {
    const head = await headOf(tx, kind);
    if (wish.base !== undefined && wish.base !== head) return { ok: false, reason: 'stale-base', head };
    const to = wish.to ?? (await previous(tx, kind, head));
    const old = to === null || to >= head ? null : await readRevision(tx, kind, to);
    if (!old) return { ok: false, reason: 'not-found' };
    const text = kind === 'program' ? await renewed(tx, old.content) : old.content;
    const checked = checkDocument(kind, text, context.documents.current, context.now());
    // A revision from before this check existed may have been seeded by file: what was live may be live again.
    const problems = checked.ok ? [] : checked.problems.filter(({ code }) => code === 'pool-missing');
    if (problems.length > 0) return { ok: false, reason: 'document-invalid', problems };
    const content = withRevision(text, head + 1);
    const restored = old.revision;
    const entry = {
      kind,
      revision: head + 1,
      content,
      way: 'rollback',
      restored,
      why: wish.why,
      author: old.author,
    };
    await insertRevision(tx, context, by, entry);
    return { ok: true, revision: head + 1, warnings: [] };
  });
  return afterChange(context, kind, answer);
}

/** The revision before the published one, by time. */
async function previous(tx: Queryable, kind: DocumentKind, head: number): Promise<number | null> {
  const [row] = await tx.query<{ revision: number }>(
    'select revision from document_revision where kind = $1 and revision < $2 order by revision desc limit 1',
    [kind, head],
  );
  return row?.revision ?? null;
}

async function renewed(tx: Queryable, content: string): Promise<string> {
  const program: ProgramDocument = JSON.parse(content);
  const next = await renewPools(tx, program);
  return next === program ? content : JSON.stringify(next, null, 2);
}
