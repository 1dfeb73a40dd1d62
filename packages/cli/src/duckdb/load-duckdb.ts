import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { pathToFileURL } from 'node:url';
import type { DuckDb } from './duckdb-port.ts';

const name = '@duckdb/node-api';
const cure = `npm install --no-save ${name}`;

/** How the optional peer is found. */
export interface LoadOptions {
  /** Folder in whose `node_modules` it is looked for, beside the command's own (default: the working directory). */
  readonly folder?: string | undefined;
  /** Asks the person whether to install it; absent: nobody is there to ask. */
  readonly ask?: ((question: string) => Promise<boolean>) | undefined;
}

/** DuckDB where it is installed; `null` where it is not. */
export async function findDuckDb(folder: string = process.cwd()): Promise<DuckDb | null> {
  for (const from of [import.meta.url, join(folder, 'package.json')]) {
    try {
      const path = createRequire(from).resolve(name);
      const found = (await import(pathToFileURL(path).href)) as DuckDb & { readonly default?: DuckDb };
      return found.DuckDBInstance ? found : (found.default ?? null);
    } catch {
      // Not there, or not for this machine: the next place may have it.
    }
  }
  return null;
}

/**
 * DuckDB, installed on the person's word where it is missing.
 * @throws Error with the cure when it is not there and nobody said yes.
 */
export async function loadDuckDb(options: LoadOptions = {}): Promise<DuckDb> {
  const { folder = process.cwd(), ask } = options;
  const found = await findDuckDb(folder);
  if (found) return found;
  const wanted = await ask?.(`${name} (about 70 MB) is not installed. Install it into ${folder} now?`);
  if (wanted) await install(folder);
  const installed = wanted ? await findDuckDb(folder) : null;
  if (!installed) throw new Error(`DuckDB comes as a package of its own: ${cure}`);
  return installed;
}

/** `npm ci` may refuse the package where a registry lacks a binary of another platform; `npm install` takes what is there. */
function install(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const [command = 'npm', ...args] = cure.split(' ');
    const child = spawn(command, args, {
      cwd: folder,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${cure} ended with ${code}; see above`)),
    );
  });
}

/** Asks on the terminal; `undefined` where input or output is none. */
export function askOnTerminal(process: NodeJS.Process): LoadOptions['ask'] {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  return async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    const answer = await lines.question(`${question} [y/N] `);
    lines.close();
    return /^y(es)?$/i.test(answer.trim());
  };
}
