import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A demo shop in a process of its own. */
export interface RunningDemo {
  readonly url: string;
  readonly operatorLink: string;
  stop(): Promise<void>;
}

/** Starts a demo shop with an empty database on a free port. Errors: rejects with what the process printed. */
export function startDemoProcess(env: Readonly<Record<string, string>> = {}): Promise<RunningDemo> {
  const script = fileURLToPath(new URL('demo-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=source', script], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let printed = '';
  child.stderr.on('data', (chunk) => {
    printed += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${printed}`)));
    let line = '';
    child.stdout.on('data', (chunk) => {
      line += String(chunk);
      const start = line.indexOf('{"url"');
      const end = start < 0 ? -1 : line.indexOf('\n', start);
      if (end < 0) return;
      const told = JSON.parse(line.slice(start, end)) as { url: string; operatorLink: string };
      resolve({
        ...told,
        stop: () => {
          child.stdin.end();
          return ended;
        },
      });
    });
  });
}
