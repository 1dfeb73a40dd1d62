import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { toolEnv } from '../../tools/lib/project.mjs';
import { quietEnvironment } from './apps.ts';

/** A framework's server in a process group of its own. */
export interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });

/** Starts `npm run <script>` and waits for its first answer. Rejects after a minute. */
export async function serve(folder: string, script: 'start' | 'dev'): Promise<Served> {
  const port = await freePort();
  const env = toolEnv({ ...quietEnvironment, PORT: String(port), HOST: '127.0.0.1' });
  const child = spawn('npm', ['run', script], { cwd: folder, env, detached: true, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + 60_000; ; ) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) break;
    if (Date.now() > end) throw new Error(`${folder}: no answer on ${url}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    url,
    stop: () => {
      // npm's child is in the same group: the group ends as one.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      return ended;
    },
  };
}
