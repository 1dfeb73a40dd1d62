import type { Problem } from '@regulars/schema';
import { ServerRefusal } from '../server/ask-server.ts';
import type { Terminal } from '../terminal.ts';

/** Writes problems of a document, each with its place and its cure. */
export function printProblems(file: string, problems: readonly Problem[], terminal: Terminal): void {
  for (const { severity, code, path, what, why, fix, line, column } of problems) {
    const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
    const color = severity === 'error' ? 'red' : 'yellow';
    terminal.out(`${place} ${terminal.paint(color, severity)} ${code} at ${path || 'the top'}`);
    terminal.out(`  ${what} ${why}`);
    terminal.out(`  ${terminal.paint('bold', 'Fix:')} ${fix}`);
  }
}

/** Says why a server did not take a change. Answers exit code 1; other errors go on. */
export function printRefusal(
  cause: unknown,
  terminal: Terminal,
  { file, json }: { readonly file: string; readonly json: boolean },
): number {
  if (!(cause instanceof ServerRefusal)) throw cause;
  if (json) {
    terminal.out(JSON.stringify({ ...cause.answer, ok: false, reason: cause.reason }, null, 2));
    return 1;
  }
  const { head } = cause.answer;
  const sentence =
    cause.reason === 'stale-base'
      ? `Revision ${head} was published since yours began. See what changed: regulars diff ${file}. Then take it over: set "revision": ${head} once your file holds what you want, and push again.`
      : cause.message;
  terminal.err(`${terminal.paint('red', 'Not done:')} ${sentence}`);
  printProblems(file, cause.problems, terminal);
  return 1;
}
