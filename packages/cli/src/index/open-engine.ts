import type { BuildIndexOptions } from './build-options.ts';
import { createBuiltInEngine } from './built-in-engine.ts';
import type { CountingEngine, EngineInput } from './counting-engine.ts';

/**
 * The engine that the options ask for; DuckDB's part is loaded only then.
 * @throws Error when DuckDB is asked for and not installed.
 */
export async function openEngine(
  { engine, duckdb }: Pick<BuildIndexOptions, 'engine' | 'duckdb'>,
  input: EngineInput,
): Promise<CountingEngine> {
  if (engine !== 'duckdb') return createBuiltInEngine(input);
  const [{ createDuckDbEngine }, { loadDuckDb }] = await Promise.all([
    import('../duckdb/duckdb-engine.ts'),
    import('../duckdb/load-duckdb.ts'),
  ]);
  return await createDuckDbEngine({ ...input, duckdb: await (duckdb ?? loadDuckDb)() });
}
