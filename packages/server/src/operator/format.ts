import type { Money } from '@regulars/schema';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of a page: escaped HTML. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const LOCALE = 'en-GB';

/** A count with its unit: `1,204 events`, `1 event`. */
export function formatCount(count: number, unit: string): string {
  return `${formatNumber(count)} ${count === 1 ? unit : `${unit}s`}`;
}

/** A number with thousands separators. */
export function formatNumber(value: number): string {
  return value.toLocaleString(LOCALE);
}

/** A ratio from 0 to 1 as percent; a dash when there is none. */
export function formatShare(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toLocaleString(LOCALE, { maximumFractionDigits: 1 })} %`;
}

/** Money in its currency. */
export function formatMoney({ value, currency }: Money): string {
  const format = new Intl.NumberFormat(LOCALE, { style: 'currency', currency });
  return format.format(value / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** Bytes as B, kB or MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** A moment in the shop's zone, machine-readable too. */
export function timeTag(t: number | null | undefined, zone: string): Html | string {
  if (t === null || t === undefined) return '–';
  const at = new Date(t);
  const text = at.toLocaleString(LOCALE, { timeZone: zone, dateStyle: 'medium', timeStyle: 'medium' });
  return html`<time datetime="${at.toISOString()}">${text}</time>`;
}

/** The beginning of a long id; the whole stands in the title. */
export function idTag(id: string): Html {
  return html`<code title="${id}">${id.length > 13 ? `${id.slice(0, 13)}…` : id}</code>`;
}

/** One column of a table. */
export interface Column<T> {
  readonly title: string;
  readonly cell: (row: T) => Html | string | number | null;
  /** Numbers stand right-aligned. */
  readonly numeric?: boolean;
}

/** A table that scrolls inside its own box, or the sentence that says why it is empty. */
export function table<T>(options: {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly empty: string;
}): Html {
  const { caption, columns, rows, empty } = options;
  if (rows.length === 0) return html`<h2>${caption}</h2><p class="empty">${empty}</p>`;
  return html`<h2>${caption}</h2>
    <div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
      <thead><tr>${columns.map((each) => html`<th scope="col"${numericClass(each)}>${each.title}</th>`)}</tr></thead>
      <tbody>${rows.map(
        (row) =>
          html`<tr>${columns.map((each) => html`<td${numericClass(each)}>${each.cell(row)}</td>`)}</tr>`,
      )}</tbody>
    </table></div>`;
}

/** Figures with their names. */
export function figures(
  list: readonly { readonly name: string; readonly value: string; readonly note?: string }[],
): Html {
  return html`<dl class="figures">${list.map(
    ({ name, value, note }) =>
      html`<div><dt>${name}</dt><dd>${value}${note ? html`<small>${note}</small>` : ''}</dd></div>`,
  )}</dl>`;
}

function numericClass<T>(column: Column<T>): Html | string {
  return column.numeric ? html` class="number"` : '';
}
