import { run, type Terminal } from '@regulars/cli';

/** Runs a command of the bin in this process; answers its exit code and what it wrote. */
export async function callCli(
  ...argv: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const lines = { out: [] as string[], err: [] as string[] };
  const terminal: Terminal = {
    out: (line) => void lines.out.push(line),
    err: (line) => void lines.err.push(line),
    progress: (text) => void lines.err.push(text),
    paint: (_, text) => text,
  };
  const code = await run(argv, terminal);
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
}
