import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../support/demo-process.ts', import.meta.url));

/** A demo shop that can be killed without a word. */
export interface KillableDemo {
  readonly url: string;
  /** SIGKILL: nothing is written any more. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the demo on a data folder that outlives it. Rejects with what it printed when it does not come up. */
export async function startKillable(dataDir: string): Promise<KillableDemo> {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--disable-warning=ExperimentalWarning', script],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, DEMO_DATA_DIR: dataDir, DATABASE_URL: '' },
    },
  );
  const url = await urlOf(child);
  const ended = once(child, 'exit');
  return {
    url,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.stdin?.end();
      await ended;
    },
  };
}

function urlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const take = (chunk: unknown): void => {
      printed += String(chunk);
      const found = /\{"url":"([^"]+)".*\}\n/.exec(printed)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${printed}`)));
  });
}
