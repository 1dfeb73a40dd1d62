import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./server.ts', import.meta.url));

/** A server that can be killed without a word. */
export interface Life {
  readonly url: string;
  /** SIGKILL: nothing is written any more. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server on a place that outlives it; rejects with what it printed when it does not come up. */
export async function begin(place: readonly string[]): Promise<Life> {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--disable-warning=ExperimentalWarning', script, ...place],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = once(child, 'exit');
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return { url: await urlOf(child), kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

function urlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const take = (chunk: unknown): void => {
      printed += String(chunk);
      const found = /(http:\/\/\S+)\n/.exec(printed)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}`)));
  });
}
