import type { Queryable } from '../db/database.ts';
import type { Operator } from './account.ts';

/** A change that an operator made. */
export interface AuditEntry {
  /** Verb and object, `campaign-paused`. */
  readonly action: string;
  readonly target?: string | undefined;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

/** Writes a change into the audit log; call it in the transaction that makes the change. */
export async function writeAudit(
  tx: Queryable,
  who: Pick<Operator, 'name'> & { readonly id: string | null },
  now: number,
  entry: AuditEntry,
): Promise<void> {
  await tx.query(
    'insert into audit (t, account_id, account_name, action, target, detail) values ($1, $2, $3, $4, $5, $6)',
    [now, who.id, who.name, entry.action, entry.target ?? null, JSON.stringify(entry.detail ?? {})],
  );
}
