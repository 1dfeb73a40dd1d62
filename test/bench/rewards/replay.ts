import { randomUUID } from 'node:crypto';
import type { Database, Queryable } from '@regulars/server';

interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** What the handler asked the database for one action: statements, and runs of them that were one transaction. */
export type Recording = readonly (Statement | readonly Statement[])[];

/** A database that writes down what is asked of it. */
export function createRecorder(db: Database): { readonly db: Database; take(): Recording } {
  let recording: (Statement | Statement[])[] = [];
  const wrap = (source: Queryable, note: (statement: Statement) => void): Queryable => ({
    query(sql, params = []) {
      note({ sql, params });
      return source.query(sql, params);
    },
    script: (sql) => source.script(sql),
  });
  return {
    db: {
      ...db,
      ...wrap(db, (statement) => recording.push(statement)),
      transaction(run) {
        const block: Statement[] = [];
        recording.push(block);
        return db.transaction((tx) => run(wrap(tx, (statement) => block.push(statement))));
      },
    },
    take() {
      const taken = recording;
      recording = [];
      return taken;
    },
  };
}

/** Values of a recorded action by what they mean, so that a replay can put its own in their places. */
export type Meanings = Readonly<Record<string, unknown>>;

/**
 * Runs the same statements without anything around them: no HTTP, no tokens, no rules. Recorded values that have a
 * meaning are replaced by those of this run; other ids that the server made are made anew.
 */
export async function replay(
  db: Database,
  recording: Recording,
  { from, to }: { readonly from: Meanings; readonly to: Meanings },
): Promise<void> {
  const made = new Map<string, string>();
  const own = (value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    let text = value;
    for (const [name, old] of Object.entries(from)) text = text.replaceAll(String(old), String(to[name]));
    return text === value && isUuid(text) ? freshFor(made, text) : text;
  };
  const run = (source: Queryable, { sql, params }: Statement): Promise<unknown> =>
    source.query(sql, params.map(own));
  for (const part of recording) {
    if ('sql' in part) await run(db, part);
    else {
      await db.transaction(async (tx) => {
        for (const statement of part) await run(tx, statement);
      });
    }
  }
}

const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);

function freshFor(made: Map<string, string>, old: string): string {
  const known = made.get(old);
  if (known !== undefined) return known;
  const fresh = randomUUID();
  made.set(old, fresh);
  return fresh;
}
