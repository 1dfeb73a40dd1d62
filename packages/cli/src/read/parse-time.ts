/** Order of day and month in dates with slashes or dashes; `day` first unless the column proves otherwise. */
export type DateOrder = 'day-first' | 'month-first';

const parts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?/;
const iso =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads a time as shops export it: epoch seconds or milliseconds, ISO 8601 with or without zone, `31.12.2025 18:05`,
 * `12/31/2025`. Without a zone it is UTC: only distances between times matter.
 * @returns epoch ms, `null` when it is none.
 */
export function parseTime(text: string, order: DateOrder): number | null {
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  if (/^\d{12,13}(\.0+)?$/.test(text)) return Math.round(Number(text));
  const full = iso.exec(text);
  if (full) {
    const [, year, month, day, hour, minute, second, zone] = full;
    return instant([year, month, day, hour, minute, second]) - offsetMs(zone);
  }
  const short = parts.exec(text);
  if (!short) return null;
  const [, first, second, year, ...clock] = short;
  const [day, month] = order === 'day-first' || short[0].includes('.') ? [first, second] : [second, first];
  const fullYear = year?.length === 2 ? `20${year}` : year;
  if (Number(month) > 12) return null;
  return instant([fullYear, month, day, ...clock]);
}

/** What the dates of a column prove, seen one after the other. */
export interface DateWatch {
  see(text: string): void;
  /** Dates with slashes or dashes that were seen, in whatever order of day and month. */
  readonly seen: number;
  /** Dates that prove an order, and the first of them. */
  readonly proofs: Readonly<Record<DateOrder, { readonly count: number; readonly example: string }>>;
}

/** Builds a watch that has seen nothing. A number above 12 proves where the day stands; dates with points have it first. */
export function watchDates(): DateWatch {
  const proofs = { 'day-first': { count: 0, example: '' }, 'month-first': { count: 0, example: '' } };
  let seen = 0;
  const prove = (order: DateOrder, text: string): void => {
    proofs[order].count += 1;
    proofs[order].example ||= text;
  };
  return {
    proofs,
    get seen() {
      return seen;
    },
    see(text) {
      const match = parts.exec(text);
      if (!match || text.includes('.')) return;
      seen += 1;
      const [first, second] = [Number(match[1]), Number(match[2])];
      if (first > 12 && second <= 12) prove('day-first', text);
      if (second > 12 && first <= 12) prove('month-first', text);
    },
  };
}

/** Looks at some values: the month stands first only where that is proven and the other is not. */
export function guessDateOrder(values: readonly string[]): DateOrder {
  const watch = watchDates();
  for (const value of values) watch.see(value);
  const { 'month-first': month, 'day-first': day } = watch.proofs;
  return month.count > 0 && day.count === 0 ? 'month-first' : 'day-first';
}

function instant([year, month, day, hour = '0', minute = '0', second = '0']: readonly (
  | string
  | undefined
)[]): number {
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}

function offsetMs(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000;
}
