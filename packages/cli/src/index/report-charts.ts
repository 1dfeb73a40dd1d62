const widest = 40;
const mostBars = 31;

/** One bar of a chart. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** What stands behind the bar. */
  readonly says: string;
}

/** A chart of horizontal bars as a block of text, which any editor, mail and terminal shows alike. */
export function chart(bars: readonly Bar[]): string[] {
  const most = Math.max(...bars.map(({ value }) => value), 0);
  const room = Math.max(...bars.map(({ label }) => label.length), 0);
  const lines = bars.map(({ label, value, says }) => {
    const eighths = most === 0 ? 0 : Math.round((value / most) * widest * 8);
    const part = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8] ?? '';
    return `${label.padEnd(room)}  ${'█'.repeat(Math.floor(eighths / 8))}${part} ${says}`.trimEnd();
  });
  return ['```text', ...lines, '```'];
}

/**
 * Looks by day as bars; longer exports by as many days a bar as keep the chart on one page.
 * @param perDay looks by day number (days since 1970, UTC).
 */
export function chartDays(perDay: ReadonlyMap<number, number>): string[] {
  const days = [...perDay.keys()];
  const [first, last] = days.reduce(
    ([a, b], day) => [Math.min(a, day), Math.max(b, day)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  if (last < first) return [];
  const step = Math.ceil((last - first + 1) / mostBars);
  const bars: Bar[] = [];
  for (let from = first; from <= last; from += step) {
    let value = 0;
    for (let day = from; day < from + step; day += 1) value += perDay.get(day) ?? 0;
    const label = new Date(from * 86_400_000).toISOString().slice(0, 10);
    bars.push({ label, value, says: value.toLocaleString('en') });
  }
  return chart(bars);
}
