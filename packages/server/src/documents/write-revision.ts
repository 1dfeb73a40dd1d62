import type { Problem } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { writeAudit } from '../operator/audit.ts';
import { prepareRewards } from '../rewards/prepare-rewards.ts';
import type { DocumentKind } from './document-kind.ts';
import { readRevision } from './read-documents.ts';

/** Who changes: a colleague, or a key of the shop's. */
export interface Changer {
  readonly id: string | null;
  readonly name: string;
}

/** Why a change was not made. */
export type ChangeRefusal =
  /** Somebody published since: `head` is the newer revision. */
  | { readonly reason: 'stale-base'; readonly head: number }
  | { readonly reason: 'document-invalid'; readonly problems: readonly Problem[] }
  /** The author of a draft may not publish it. */
  | { readonly reason: 'second-person' }
  | { readonly reason: 'not-found' };

/** What a change came to. */
export type ChangeAnswer =
  | {
      readonly ok: true;
      readonly revision: number;
      readonly draft?: number;
      readonly warnings: readonly Problem[];
    }
  | ({ readonly ok: false } & ChangeRefusal);

/** Number of the published revision; the transaction waits for its turn to change documents. */
export const headOf = async (tx: Queryable, kind: DocumentKind): Promise<number> => {
  // Publishing takes turns, so that two of one base never both succeed.
  await tx.query('select pg_advisory_xact_lock($1)', [7_402_031]);
  return (await readRevision(tx, kind))?.revision ?? 0;
};

/** Writes a published revision and its line of the audit log. */
export async function insertRevision(
  tx: Queryable,
  context: ServerContext,
  by: Changer,
  entry: {
    readonly kind: DocumentKind;
    readonly revision: number;
    readonly content: string;
    readonly way: string;
    readonly restored?: number;
    readonly why: string | null | undefined;
    readonly author: string;
  },
): Promise<void> {
  const { kind, revision, content, way, restored, why, author } = entry;
  await tx.query(
    `insert into document_revision (kind, revision, content, way, restored, why, author, publisher, t)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [kind, revision, content, way, restored ?? null, why ?? null, author, by.name, context.now()],
  );
  await writeAudit(tx, by, context.now(), {
    action: way === 'rollback' ? 'document-rolled-back' : 'document-published',
    target: kind,
    detail: { revision, author, ...(restored !== undefined && { restored }), ...(why && { why }) },
  });
}

/** Lets this process serve what was published, and makes what a programme needs. */
export async function afterChange(
  context: ServerContext,
  kind: DocumentKind,
  answer: ChangeAnswer,
): Promise<ChangeAnswer> {
  if (!answer.ok) return answer;
  await context.documents.reload();
  if (kind === 'program') await prepareRewards(context);
  context.live.publish('document');
  return answer;
}
