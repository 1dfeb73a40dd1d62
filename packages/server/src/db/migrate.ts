import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './database.ts';

// `src` is part of the package, so that one path serves the sources and the build.
const FOLDER = new URL('../../src/db/migrations/', import.meta.url);
const LOCK = 7_402_001;

/** Brings the tables up to date, each step in the order of its name and once. Processes that start together wait for each other. */
export async function migrate(db: Database): Promise<void> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  const steps = await Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(new URL(name, FOLDER), 'utf8') })),
  );
  await db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await tx.script('create table if not exists migration (name text primary key, at bigint not null)');
    const done = new Set((await tx.query<{ name: string }>('select name from migration')).map((r) => r.name));
    for (const step of steps.filter((each) => !done.has(each.name))) {
      await tx.script(step.sql);
      await tx.query('insert into migration (name, at) values ($1, $2)', [step.name, Date.now()]);
    }
  });
}
