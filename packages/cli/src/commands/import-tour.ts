import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { importTour } from '../import/import-tour.ts';
import { makeCampaign } from '../import/make-campaign.ts';
import { type Command, UsageError } from './command.ts';

/** `My Tour.js` → `my-tour`. */
const idOf = (file: string): string =>
  basename(file, extname(file))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'imported-tour';

const text = (value: string | boolean | undefined, otherwise: string): string =>
  typeof value === 'string' ? value : otherwise;

/** Makes a campaign of a tour that another library plays. */
export const importTourCommand: Command = {
  name: 'import-tour',
  summary: 'Turn the steps of driver.js, Shepherd or Intro.js into a campaign; says what changes in meaning.',
  usage: 'import-tour FILE [--name …] [--id …] [--locale en] [--out FILE] [--json]',
  options: {
    name: { type: 'string', help: 'name of the tour (default: the file’s)' },
    id: { type: 'string', help: 'id of the campaign (default: from the file’s name)' },
    locale: { type: 'string', help: 'language of its words (default en)' },
    out: { type: 'string', help: 'write the campaign there instead of printing it' },
    json: { type: 'boolean', help: 'print campaign and notes as JSON' },
  },
  examples: [
    'import-tour tour.js --name "Welcome" > welcome.json',
    'import-tour steps.json --locale bg --out welcome.json',
  ],
  async run({ files, options }, terminal) {
    const [file] = files;
    if (file === undefined || files.length > 1)
      throw new UsageError('Name one file: JSON, or a script that holds the steps.');
    const tour = importTour(await readFile(file, 'utf8'));
    if (!tour) {
      terminal.err(
        `${file}: no steps of driver.js, Shepherd or Intro.js are written in it. Steps that code puts together cannot be read: nothing is run.`,
      );
      return 1;
    }
    const id = text(options.id, idOf(file));
    const campaign = makeCampaign(tour, {
      id,
      name: text(options.name, id),
      locale: text(options.locale, 'en'),
    });
    const printed = JSON.stringify(
      options.json ? { from: tour.from, campaign, notes: tour.notes } : campaign,
      null,
      2,
    );
    if (typeof options.out === 'string') await writeFile(options.out, `${printed}\n`);
    else terminal.out(printed);
    if (options.json) return 0;
    const count = tour.steps.length;
    terminal.err(
      `${tour.from}: ${count} ${count === 1 ? 'step' : 'steps'}. Put the campaign into "campaigns" of campaigns.json; it is a draft.`,
    );
    for (const { at, code, message } of tour.notes)
      terminal.err(`  ${terminal.paint('yellow', at)} ${code}: ${message}`);
    return 0;
  },
};
