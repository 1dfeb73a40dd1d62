import type { BuildIndexOptions } from './build-options.ts';
import { createBuiltInEngine } from './built-in-engine.ts';
import type { CountingEngine, EngineInput } from './counting-engine.ts';
import { linesIn } from './memory.ts';

/**
 * The engine that the options ask for; DuckDB's part is loaded only then.
 * @throws Error when DuckDB is asked for and not installed.
 */
export async function openEngine(
  { engine, duckdb, memory }: Pick<BuildIndexOptions, 'engine' | 'duckdb' | 'memory'>,
  input: EngineInput,
): Promise<CountingEngine> {
  if (engine !== 'duckdb') return createBuiltInEngine({ ...input, lines: linesIn(memory) });
  const [{ createDuckDbEngine }, { loadDuckDb }] = await Promise.all([
    import('../duckdb/duckdb-engine.ts'),
    import('../duckdb/load-duckdb.ts'),
  ]);
  return await createDuckDbEngine({ ...input, memory, duckdb: await (duckdb ?? loadDuckDb)() });
}
