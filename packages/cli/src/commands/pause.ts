import { printRefusal } from '../documents/print-change.ts';
import { askServer } from '../server/ask-server.ts';
import { connectionOptions, readConnection } from '../server/connection.ts';
import { type Command, UsageError } from './command.ts';

/** Stops campaigns at once, or lets them go on. */
export const pauseCommand: Command = {
  name: 'pause',
  summary: 'Stop a campaign, or all of them, within a minute; what was won stays claimable.',
  usage: 'pause CAMPAIGN | all [--resume]',
  options: {
    resume: { type: 'boolean', help: 'let it go on' },
    json: { type: 'boolean', help: 'print the result as JSON' },
    ...connectionOptions,
  },
  examples: ['pause spring-wheel', 'pause all', 'pause spring-wheel --resume'],
  async run({ files, options }, terminal) {
    const [name] = files;
    if (!name) throw new UsageError('Name the campaign, or say all.');
    const connection = await readConnection(options);
    const campaignId = name === 'all' ? '*' : name;
    const paused = options.resume !== true;
    try {
      await askServer(connection, '/pauses', { method: 'POST', body: { campaignId, paused } });
    } catch (cause) {
      return printRefusal(cause, terminal, { file: name, json: options.json === true });
    }
    const what = name === 'all' ? 'All campaigns' : name;
    if (options.json) terminal.out(JSON.stringify({ ok: true, campaignId, paused }));
    else if (paused)
      terminal.out(
        `${terminal.paint('yellow', 'Paused:')} ${what}. Open pages stop within 60 seconds, new page views and draws at once. Go on: regulars pause ${name} --resume`,
      );
    else terminal.out(`${terminal.paint('green', 'Goes on:')} ${what}.`);
    return 0;
  },
};
