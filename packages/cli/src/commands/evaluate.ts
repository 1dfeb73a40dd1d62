import { evaluateExports } from '../evaluate/evaluate-exports.ts';
import { cautions, printTable } from '../evaluate/print-table.ts';
import { type Command, UsageError } from './command.ts';
import { exportOptions, readExportInput, texts } from './export-options.ts';

/** Measures lists and baselines on the last days of exports. */
export const evaluateCommand: Command = {
  name: 'evaluate',
  summary: 'Measure lists and all baselines on the last days of click or order exports.',
  usage: 'evaluate [--clicks FILE] [--orders FILE] [--products FILE] [--validation FILE --test FILE]',
  options: {
    validation: { type: 'string', help: 'clicks that choose the settings, with --test' },
    test: { type: 'string', help: 'clicks to measure on (default: the last days of the exports)' },
    ...exportOptions,
  },
  examples: [
    'evaluate --clicks clicks.csv --products products.csv',
    'evaluate --clicks train.txt --validation valid.txt --test test.txt --floor 1',
  ],
  async run(input, terminal) {
    const { validation, test } = texts(input);
    const exports = readExportInput(input);
    if (test && !validation)
      throw new UsageError('Name the clicks that choose the settings with --validation.');
    const result = await evaluateExports({ ...exports, validation, test, step: terminal.progress });
    const { guesses, dropped, ...evaluation } = result;
    if (input.options.json) {
      const bare = (rows: typeof evaluation.all) => rows.map(({ ranks: _ranks, ...row }) => row);
      terminal.out(
        JSON.stringify({ ...evaluation, all: bare(evaluation.all), unseen: bare(evaluation.unseen) }),
      );
      return 0;
    }
    for (const guess of guesses) terminal.err(`Read    ${guess}`);
    for (const { reason, count } of dropped.list())
      terminal.err(`Left    ${count.toLocaleString('en')} × ${reason}`);
    for (const line of printTable(`Floor ${exports.floor}`, evaluation)) terminal.out(line);
    for (const caution of cautions) terminal.out(caution);
    return evaluation.categories.every(({ holds }) => holds) ? 0 : 1;
  },
};
