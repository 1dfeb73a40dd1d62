/** Writes rows as CSV with a header; cells with a comma, a quote or a line break are quoted. */
export function toCsv(header: readonly string[], rows: Iterable<readonly (string | number)[]>): string {
  const lines = [header, ...rows].map((row) => row.map((cell) => quote(String(cell))).join(','));
  return `${lines.join('\n')}\n`;
}

function quote(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
