import { readFile } from 'node:fs/promises';
import { type Problem, parseDocument, parseProgram } from '@regulars/schema';
import type { Terminal } from '../terminal.ts';
import { type Command, UsageError } from './command.ts';

/** What was found in one file. */
interface Finding {
  readonly file: string;
  readonly kind: 'campaigns' | 'program';
  readonly problems: readonly Problem[];
}

/** Says everything that is wrong with documents, in words to act on. */
export const validateCommand: Command = {
  name: 'validate',
  summary: 'Check campaigns.json or program.json; every mistake with its place and its cure.',
  usage: 'validate FILE … [--json]',
  options: { json: { type: 'boolean', help: 'print the problems as JSON' } },
  examples: ['validate campaigns.json', 'validate campaigns.json program.json --json | head'],
  async run({ files, options }, terminal) {
    if (files.length === 0) throw new UsageError('Name the file to check.');
    const findings: Finding[] = [];
    for (const file of files) findings.push(check(file, await readFile(file, 'utf8')));
    if (options.json) terminal.out(JSON.stringify(findings, null, 2));
    else for (const finding of findings) print(finding, terminal);
    return findings.every(({ problems }) => problems.every(({ severity }) => severity !== 'error')) ? 0 : 1;
  },
};

/** A document with campaigns is one of campaigns; one that says how points are earned is a program. */
function check(file: string, text: string): Finding {
  const isProgram = !/"campaigns"\s*:/.test(text) && /"(earn|pools)"\s*:/.test(text);
  const result = isProgram ? parseProgram(text) : parseDocument(text);
  return { file, kind: isProgram ? 'program' : 'campaigns', problems: result.ok ? [] : result.problems };
}

function print({ file, kind, problems }: Finding, terminal: Terminal): void {
  for (const { severity, code, path, what, why, fix, line, column } of problems) {
    const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
    terminal.out(
      `${place} ${terminal.paint(severity === 'error' ? 'red' : 'yellow', severity)} ${code} at ${path || 'the top'}`,
    );
    terminal.out(`  ${what} ${why}`);
    terminal.out(`  ${terminal.paint('bold', 'Fix:')} ${fix}`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (problems.length === 0) terminal.out(`${file}: ${terminal.paint('green', 'right')} (${kind})`);
  else
    terminal.out(
      `${file}: ${errors} ${errors === 1 ? 'error' : 'errors'}, ${problems.length - errors} warnings`,
    );
}
