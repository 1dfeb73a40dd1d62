import { describeCondition } from '@regulars/schema';
import { fromGrowthBook } from '../conditions/from-growthbook.ts';
import { fromJsonLogic } from '../conditions/from-json-logic.ts';
import { fromUnleash } from '../conditions/from-unleash.ts';
import { inputName, readInput } from '../read/read-input.ts';
import { type Command, UsageError } from './command.ts';

const readers = { growthbook: fromGrowthBook, unleash: fromUnleash, jsonlogic: fromJsonLogic };

/** Turns a condition of another tool into an audience. */
export const importConditionsCommand: Command = {
  name: 'import-conditions',
  summary:
    'Turn a condition of GrowthBook, Unleash or JsonLogic into an audience, and say what changed in meaning.',
  usage: 'import-conditions (growthbook | unleash | jsonlogic) FILE [--locale L]',
  options: { locale: { type: 'string', help: 'language of the sentence: en, bg, pl, ru (default en)' } },
  examples: [
    'import-conditions growthbook condition.json > audience.json',
    'import-conditions jsonlogic - < rule.json',
    'import-conditions unleash constraints.json --locale pl',
  ],
  async run({ files, options }, terminal) {
    const [kind = '', file] = files;
    const read = Object.hasOwn(readers, kind) ? readers[kind as keyof typeof readers] : undefined;
    if (!read) throw new UsageError(`Say where it comes from: ${Object.keys(readers).join(', ')}.`);
    if (file === undefined) throw new UsageError('Name the file with the condition.');
    const { condition, changes } = read(readJson(inputName(file), await readInput(file)));
    if (condition) {
      terminal.out(JSON.stringify(condition, null, 2));
      const locale = typeof options.locale === 'string' ? options.locale : 'en';
      terminal.err(`${terminal.paint('bold', 'It says:')} ${describeCondition(condition, locale)}`);
    }
    for (const change of changes) terminal.err(`${terminal.paint('yellow', 'Changed:')} ${change}`);
    if (!changes.length) terminal.err(terminal.paint('green', 'Nothing changed in meaning.'));
    return condition ? 0 : 1;
  },
};

function readJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${name} is no JSON: ${cause instanceof Error ? cause.message : cause}`);
  }
}
