import { upgradeDocument } from '@regulars/schema';
import type { Queryable } from '../db/database.ts';
import type { DocumentKind, Published } from './document-kind.ts';

/** Another process may have published; this one follows within a second. */
const FOLLOW_MS = 1000;

/** The published documents as this process knows them. */
export interface DocumentState {
  readonly current: Published;
  /** Reads what was published since, at most once a second. Rejects when the database does. */
  follow(): Promise<void>;
  /** Reads what was published since, at once; in a transaction when one is given. */
  reload(tx?: Queryable): Promise<void>;
}

/**
 * Holds the published documents over a database.
 * @param first what the server was started with; in force until the database was read.
 * @param clock monotone ms.
 */
export function createDocumentState(
  db: Queryable,
  first: Published,
  clock: () => number = () => performance.now(),
): DocumentState {
  let current = first;
  let read = Number.NEGATIVE_INFINITY;
  const known = new Map<string, number>();
  const reload = async (from: Queryable = db): Promise<void> => {
    read = clock();
    const heads = await from.query<{ kind: DocumentKind; revision: number }>(
      'select kind, max(revision)::int as revision from document_revision group by kind',
    );
    for (const { kind, revision } of heads) {
      if (known.get(kind) === revision) continue;
      const [row] = await from.query<{ content: string }>(
        'select content from document_revision where kind = $1 and revision = $2',
        [kind, revision],
      );
      if (!row) continue;
      // What stands there was checked before it was published, if by an earlier version of ours.
      const found: object = Object(upgradeDocument(JSON.parse(row.content)).document);
      current = { ...current, [kind]: { ...found, revision } };
      known.set(kind, revision);
    }
  };
  return {
    get current() {
      return current;
    },
    reload,
    async follow() {
      if (clock() - read >= FOLLOW_MS) await reload();
    },
  };
}
