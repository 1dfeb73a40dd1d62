import { parseArgs } from 'node:util';
import { buildIndexCommand } from './commands/build-index.ts';
import { type Command, UsageError } from './commands/command.ts';
import { diffCommand } from './commands/diff.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { explainCommand } from './commands/explain.ts';
import { historyCommand } from './commands/history.ts';
import { importConditionsCommand } from './commands/import-conditions.ts';
import { importTourCommand } from './commands/import-tour.ts';
import { initCommand } from './commands/init.ts';
import { loginCommand } from './commands/login.ts';
import { pauseCommand } from './commands/pause.ts';
import { previewCommand } from './commands/preview.ts';
import { publishCommand } from './commands/publish.ts';
import { pushCommand } from './commands/push.ts';
import { reportCommand } from './commands/report.ts';
import { rollbackCommand } from './commands/rollback.ts';
import { schemaCommand } from './commands/schema.ts';
import { simulateCommand } from './commands/simulate.ts';
import { simulateProgramCommand } from './commands/simulate-program.ts';
import { sqlCommand } from './commands/sql.ts';
import { textsCommand } from './commands/texts.ts';
import { upgradeCommand } from './commands/upgrade.ts';
import { validateCommand } from './commands/validate.ts';
import { verifyDrawCommand } from './commands/verify-draw.ts';
import type { Terminal } from './terminal.ts';

const commands: readonly Command[] = [
  validateCommand,
  schemaCommand,
  upgradeCommand,
  buildIndexCommand,
  evaluateCommand,
  sqlCommand,
  initCommand,
  simulateProgramCommand,
  verifyDrawCommand,
  importTourCommand,
  loginCommand,
  diffCommand,
  pushCommand,
  previewCommand,
  publishCommand,
  rollbackCommand,
  pauseCommand,
  historyCommand,
  explainCommand,
  simulateCommand,
  reportCommand,
  doctorCommand,
  importConditionsCommand,
  textsCommand,
];

/**
 * Runs one call of the bin.
 * @param argv what follows the bin's name.
 * @returns exit code: 0 done, 1 the input is at fault, 2 the call is. Never throws.
 */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = argv;
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const asked = name === undefined || name === 'help' || name === '--help' || name === '-h';
    if (!asked) terminal.err(`${terminal.paint('red', 'Unknown command')} ${name}.`);
    for (const line of overview()) (asked ? terminal.out : terminal.err)(line);
    return asked ? 0 : 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    for (const line of help(command)) terminal.out(line);
    return 0;
  }
  try {
    const options = Object.fromEntries(
      Object.entries(command.options).map(([option, { type }]) => [option, { type }] as const),
    );
    const parsed = parse(rest, options);
    return await command.run({ options: parsed.values, files: parsed.positionals }, terminal);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    terminal.err(`${terminal.paint('red', 'regulars:')} ${message}`);
    if (!(cause instanceof UsageError)) return 1;
    terminal.err(`See: regulars ${command.name} --help`);
    return 2;
  }
}

function parse(
  args: string[],
  options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>,
): { readonly values: Record<string, string | boolean | undefined>; readonly positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { values, positionals };
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}

function overview(): string[] {
  return [
    'Usage: regulars COMMAND [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(16)} ${summary}`),
    '',
    'regulars COMMAND --help says more and gives examples.',
  ];
}

function help({ usage, summary, options, examples }: Command): string[] {
  return [
    summary,
    '',
    `Usage: regulars ${usage}`,
    '',
    ...Object.entries(options).map(
      ([name, { help: text, type }]) => `  ${`--${name}${type === 'string' ? ' …' : ''}`.padEnd(20)} ${text}`,
    ),
    '',
    'Examples:',
    ...examples.map((example) => `  regulars ${example}`),
  ];
}
