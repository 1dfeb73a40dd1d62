import type { TextRow } from './text-rows.ts';

const columns = ['campaign', 'key', 'form', 'locale', 'state', 'source', 'target'] as const;

/** A cell that a spreadsheet would calculate is text here: it gets an apostrophe, which reading takes off. */
const guard = (text: string): string => (/^[=+\-@\t']/.test(text) ? `'${text}` : text);
const unguard = (text: string): string => (/^'[=+\-@\t']/.test(text) ? text.slice(1) : text);
const cell = (text: string): string => `"${guard(text).replaceAll('"', '""')}"`;

/** Rows as CSV (RFC 4180), with a head, a byte-order mark for spreadsheets and CRLF. */
export function writeCsv(rows: readonly TextRow[]): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return `\ufeff${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

/** Cells of a CSV with commas or semicolons, as spreadsheets write them back. */
function readCells(text: string): readonly (readonly string[])[] {
  const body = text.replace(/^\ufeff/, '');
  const comma = (body.split('\n')[0] ?? '').includes(';') ? ';' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let one = '';
  let quoted = false;
  for (let at = 0; at < body.length; at += 1) {
    const sign = body[at];
    if (quoted) {
      if (sign === '"' && body[at + 1] === '"') one += body[++at];
      else if (sign === '"') quoted = false;
      else one += sign;
    } else if (sign === '"') quoted = true;
    else if (sign === comma || sign === '\n') {
      row.push(one.replace(/\r$/, ''));
      one = '';
      if (sign === '\n') rows.push(row);
      if (sign === '\n') row = [];
    } else one += sign;
  }
  if (one || row.length) rows.push([...row, one]);
  return rows;
}

/** Rows of a CSV by the names of its columns, in any order; columns beyond ours are ignored. Throws when one is missing. */
export function readCsv(
  text: string,
): readonly Pick<TextRow, 'campaign' | 'key' | 'form' | 'locale' | 'target'>[] {
  const [head = [], ...rows] = readCells(text);
  const place = (name: string): number => {
    const at = head.findIndex((one) => one.trim().toLowerCase() === name);
    if (at < 0) throw new Error(`The CSV has no column "${name}".`);
    return at;
  };
  const [campaign, key, form, locale, target] = [
    place('campaign'),
    place('key'),
    place('form'),
    place('locale'),
    place('target'),
  ];
  const read = (row: readonly string[], at = 0): string => unguard(row[at] ?? '');
  return rows
    .filter((row) => row.some((one) => one !== ''))
    .map((row) => ({
      campaign: read(row, campaign),
      key: read(row, key),
      form: read(row, form),
      locale: read(row, locale),
      target: read(row, target),
    }));
}
