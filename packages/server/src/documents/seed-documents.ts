import { createHash } from 'node:crypto';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { checkPools } from '../rewards/pools.ts';
import { DOCUMENT_KINDS, type DocumentKind, type Published } from './document-kind.ts';

const LOCK = 7_402_030;
const SERVER = 'server start';

/**
 * Publishes the documents that the server was started with: on an empty database, and when the file was edited since the
 * last start and nobody published in between; then reads what is live. What colleagues published always wins over the file.
 * @throws ServerError `pool-changed`.
 */
export async function seedDocuments(context: ServerContext, files: Published): Promise<void> {
  await context.db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
    for (const kind of DOCUMENT_KINDS) await seed(tx, context, kind, files);
    await context.documents.reload(tx);
  });
}

async function seed(
  tx: Queryable,
  context: ServerContext,
  kind: DocumentKind,
  files: Published,
): Promise<void> {
  const file = files[kind];
  const content = JSON.stringify(file, null, 2);
  const hash = createHash('sha256').update(content).digest('hex');
  const [before] = await tx.query<{ hash: string }>('select hash from document_file where kind = $1', [kind]);
  if (before?.hash === hash) return;
  const [head] = await tx.query<{ revision: number; way: string }>(
    'select revision, way from document_revision where kind = $1 order by revision desc limit 1',
    [kind],
  );
  await tx.query(
    'insert into document_file (kind, hash) values ($1, $2) on conflict (kind) do update set hash = $2',
    [kind, hash],
  );
  if (head && head.way !== 'file' && file.revision <= head.revision) {
    context.log({
      level: 'warn',
      t: context.now(),
      job: 'documents',
      error: `The ${kind} file was edited, but revision ${head.revision} was published since: it stays. Publish the file with "regulars publish".`,
    });
    return;
  }
  if (kind === 'program') await checkPools(tx, files.program);
  await tx.query(
    `insert into document_revision (kind, revision, content, way, author, publisher, t) values ($1, $2, $3, 'file', $4, $4, $5)`,
    [kind, head ? Math.max(head.revision + 1, file.revision) : file.revision, content, SERVER, context.now()],
  );
}
