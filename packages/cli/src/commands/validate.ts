import { lintDocument, lintProgram, type Problem, parseDocument, parseProgram } from '@regulars/schema';
import { effectLines, type Traffic } from '../program/smallest-effect.ts';
import { inputName, readInput } from '../read/read-input.ts';
import { watchFiles } from '../read/watch-files.ts';
import type { Terminal } from '../terminal.ts';
import { type Command, UsageError } from './command.ts';

/** What was found in one file. */
interface Finding {
  readonly file: string;
  readonly kind: 'campaigns' | 'program';
  readonly problems: readonly Problem[];
  /** What its tests can show, one line each. */
  readonly effects: readonly string[];
}

/** Says everything that is wrong or unwise with documents, in words to act on. */
export const validateCommand: Command = {
  name: 'validate',
  summary: 'Check campaigns.json or program.json; every mistake with its place and its cure.',
  usage: 'validate FILE … (- reads standard input) [--json] [--watch] [--visitors N [--rate R]]',
  options: {
    json: { type: 'boolean', help: 'print the problems as JSON' },
    watch: { type: 'boolean', help: 'check again whenever a file changes' },
    visitors: { type: 'string', help: 'visitors a week: says the smallest effect each test can show' },
    rate: { type: 'string', help: 'share of visitors who reach the goal without it (default 0.02)' },
  },
  examples: [
    'validate campaigns.json',
    'validate campaigns.json --visitors 5000 --rate 0.03',
    'validate campaigns.json program.json --json | head',
    'validate - < campaigns.json',
    'validate campaigns.json --watch',
  ],
  async run({ files, options }, terminal) {
    if (files.length === 0) throw new UsageError('Name the file to check.');
    if (options.watch && files.includes('-'))
      throw new UsageError('--watch needs files, not standard input.');
    const traffic = readTraffic(options);
    const look = async (): Promise<number> => {
      const findings: Finding[] = [];
      for (const file of files) findings.push(check(inputName(file), await readInput(file), traffic));
      if (options.json) terminal.out(JSON.stringify(findings, null, 2));
      else for (const finding of findings) print(finding, terminal);
      return findings.every(({ problems }) => problems.every(({ severity }) => severity !== 'error')) ? 0 : 1;
    };
    const code = await look();
    return options.watch ? follow(files, look, terminal) : code;
  },
};

function readTraffic({ visitors, rate }: Readonly<Record<string, unknown>>): Traffic | null {
  if (visitors === undefined) return null;
  const traffic = { visitors: Number(visitors), rate: rate === undefined ? 0.02 : Number(rate) };
  if (!(traffic.visitors > 0)) throw new UsageError('--visitors is a number of visitors a week above 0.');
  if (!(traffic.rate > 0 && traffic.rate < 1)) throw new UsageError('--rate is a share between 0 and 1.');
  return traffic;
}

/** A document with campaigns is one of campaigns; one that says how points are earned is a program. */
function check(file: string, text: string, traffic: Traffic | null): Finding {
  if (!/"campaigns"\s*:/.test(text) && /"(earn|pools)"\s*:/.test(text)) {
    const result = parseProgram(text);
    const problems = result.ok ? lintProgram(result.document, text) : result.problems;
    return { file, kind: 'program', problems, effects: [] };
  }
  const result = parseDocument(text);
  if (!result.ok) return { file, kind: 'campaigns', problems: result.problems, effects: [] };
  return {
    file,
    kind: 'campaigns',
    problems: lintDocument(result.document, text),
    effects: traffic ? effectLines(result.document, traffic) : [],
  };
}

/** Looks again after each change until the process is told to stop. */
function follow(files: readonly string[], look: () => Promise<number>, terminal: Terminal): Promise<number> {
  const stop = watchFiles(files, () => {
    look().catch((cause: unknown) => terminal.err(cause instanceof Error ? cause.message : String(cause)));
  });
  terminal.err('Watching; Ctrl+C ends it.');
  return new Promise((resolve) => {
    process.once('SIGINT', () => {
      stop();
      resolve(0);
    });
  });
}

function print({ file, kind, problems, effects }: Finding, terminal: Terminal): void {
  for (const { severity, code, path, what, why, fix, line, column } of problems) {
    const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
    terminal.out(
      `${place} ${terminal.paint(severity === 'error' ? 'red' : 'yellow', severity)} ${code} at ${path || 'the top'}`,
    );
    terminal.out(`  ${what} ${why}`);
    terminal.out(`  ${terminal.paint('bold', 'Fix:')} ${fix}`);
  }
  for (const line of effects) terminal.out(line);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  if (problems.length === 0) terminal.out(`${file}: ${terminal.paint('green', 'right')} (${kind})`);
  else
    terminal.out(
      `${file}: ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings === 1 ? '1 warning' : `${warnings} warnings`}`,
    );
}
