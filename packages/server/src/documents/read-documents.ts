import type { Queryable } from '../db/database.ts';
import type { DocumentKind } from './document-kind.ts';

/** One line of a document's history. */
export interface RevisionEntry {
  readonly revision: number;
  /** `file`: the server was started with it. */
  readonly way: 'file' | 'publish' | 'rollback';
  readonly restored: number | null;
  readonly why: string | null;
  readonly author: string;
  readonly publisher: string;
  /** Epoch ms. */
  readonly t: number;
}

/** What waits to be published. */
export interface Draft {
  readonly id: number;
  readonly base: number;
  readonly content: string;
  readonly why: string | null;
  readonly author: string;
  readonly authorId: string | null;
  readonly t: number;
}

const COLUMNS = 'revision, way, restored, why, author, publisher, t';

/** The history of a document, the latest first, at most 200 entries. */
export function readHistory(db: Queryable, kind: DocumentKind): Promise<readonly RevisionEntry[]> {
  return db.query<RevisionEntry>(
    `select ${COLUMNS} from document_revision where kind = $1 order by revision desc limit 200`,
    [kind],
  );
}

/** One revision with its text; the published one when none is named; `null`: there is none. */
export async function readRevision(
  db: Queryable,
  kind: DocumentKind,
  revision: number | null = null,
): Promise<(RevisionEntry & { readonly content: string }) | null> {
  const [row] = await db.query<RevisionEntry & { content: string }>(
    `select ${COLUMNS}, content from document_revision where kind = $1 and ($2::int is null or revision = $2)
     order by revision desc limit 1`,
    [kind, revision],
  );
  return row ?? null;
}

/** The draft that waits; `null`: none does. */
export async function readDraft(db: Queryable, kind: DocumentKind): Promise<Draft | null> {
  const [row] = await db.query<Draft>(
    `select id::int as id, base, content, why, author, author_id as "authorId", t from document_draft
     where kind = $1 and state = 'open'`,
    [kind],
  );
  return row ?? null;
}
