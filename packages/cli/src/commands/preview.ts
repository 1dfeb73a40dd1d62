import { personas } from '@regulars/schema';
import { renderUnicodeCompact } from 'uqr';
import { readConsent } from '../decide/read-imagined.ts';
import { askServer, ServerRefusal } from '../server/ask-server.ts';
import { connectionOptions, readConnection } from '../server/connection.ts';
import { type Command, type CommandInput, UsageError } from './command.ts';

interface PreviewLink {
  readonly link: string;
  readonly expiresAt: number;
}

/** Makes a link that plays a campaign on the shop for a visitor of one's choice, with a QR code for the phone. */
export const previewCommand: Command = {
  name: 'preview',
  summary: 'Make a link that plays a campaign on the live shop for seven days; it records nothing.',
  usage:
    'preview CAMPAIGN [--page PATH] [--as WHO] [--date …] [--locale …] [--consent …] [--variant …] [--outcome …]',
  options: {
    page: { type: 'string', help: 'path or address of the page (default /)' },
    as: { type: 'string', help: `visitor: ${personas.join(', ')} (default fits: whoever it is for)` },
    date: { type: 'string', help: 'moment, as 2026-03-20T10:00Z (default now)' },
    locale: { type: 'string', help: 'language of the texts (default that of the page)' },
    consent: { type: 'string', help: 'purposes granted, comma between; none, all or pending (default all)' },
    variant: { type: 'string', help: 'id of a variant, or holdout (default as dealt)' },
    outcome: {
      type: 'string',
      help: 'how a draw ends: number of the prize from 1, lost, already-played, unavailable',
    },
    live: { type: 'boolean', help: 'play what is live although a draft waits' },
    'no-qr': { type: 'boolean', help: 'print the link alone' },
    json: { type: 'boolean', help: 'print the link as JSON' },
    ...connectionOptions,
  },
  examples: [
    'preview spring-wheel --page /c/garden',
    'preview spring-wheel --as returning --locale bg --date 2026-12-24T18:00Z',
    'preview spring-wheel --variant holdout --consent functional',
  ],
  async run({ files, options }, terminal) {
    const [campaignId] = files;
    if (!campaignId) throw new UsageError('Name the campaign.');
    const body = {
      campaignId,
      page: text(options.page) ?? '/',
      draft: options.live !== true,
      ...planOf(options),
    };
    const connection = await readConnection(options);
    const made = await askServer<PreviewLink>(connection, '/previews', { method: 'POST', body }).catch(
      (cause: unknown) => {
        throw cause instanceof ServerRefusal ? new Error(explain(cause, campaignId)) : cause;
      },
    );
    if (options.json) {
      terminal.out(JSON.stringify(made));
      return 0;
    }
    terminal.out(made.link);
    if (!options['no-qr']) terminal.err(renderUnicodeCompact(made.link, { ecc: 'L', border: 2 }));
    const until = `${new Date(made.expiresAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    terminal.err(`Plays until ${until}. Whoever has the link sees what is not published.`);
    return 0;
  },
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function planOf(options: CommandInput['options']): object {
  const [date, locale, variant, outcome] = ['date', 'locale', 'variant', 'outcome'].map((name) =>
    text(options[name]),
  );
  const at = date === undefined ? undefined : Date.parse(date);
  if (Number.isNaN(at)) throw new UsageError(`--date ${date} is no moment; write it as 2026-03-20T10:00Z.`);
  return {
    persona: text(options.as) ?? 'fits',
    consent: readConsent(text(options.consent) ?? 'all'),
    ...(at !== undefined && { at }),
    ...(locale && { locale }),
    ...(variant && { variant }),
    ...(outcome && { outcome: /^[1-9]\d*$/.test(outcome) ? Number(outcome) - 1 : outcome }),
  };
}

/** What to do about the field that the server refused. */
function explain({ answer, message }: ServerRefusal, campaignId: string): string {
  const [field] = Array.isArray(answer.problems) ? answer.problems : [];
  const cures: Readonly<Record<string, string>> = {
    campaignId: `There is no campaign ${campaignId} in the draft, or in what is live. Push it first: regulars push.`,
    page: '--page is no page of the shop: give a path, or an address whose origin a write key allows.',
    persona: `--as takes ${personas.join(', ')}.`,
    variant: `--variant names no variant of ${campaignId}.`,
    outcome: '--outcome takes the number of a prize from 1, lost, already-played or unavailable.',
    locale: '--locale is no language; write it as bg or pl-PL.',
  };
  return (typeof field === 'string' && cures[field]) || message;
}
