/** Where a command writes: results to `out`, everything else to `err`. */
export interface Terminal {
  /** Writes a line of the result. */
  out(line: string): void;
  /** Writes a line for the person in front of it. */
  err(line: string): void;
  /**
   * Replaces the last progress line on a terminal; elsewhere it is silent, as a pipe or a log
   * holds what came of the work, unless `REGULARS_PROGRESS=lines` asks for a line each.
   * @param share what is done, 0 to 1: drawn as a bar.
   */
  progress(text: string, share?: number): void;
  /** Paints on a terminal, leaves the text alone elsewhere. */
  paint(color: 'red' | 'green' | 'yellow' | 'bold', text: string): string;
}

const codes = { red: 31, green: 32, yellow: 33, bold: 1 } as const;

/** Terminal of the process. Colour only where both of its ways out are terminals and `NO_COLOR` is not set. */
export function createTerminal(process: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>): Terminal {
  const live = process.stderr.isTTY === true;
  // A painted line may go to either: into a pipe or a file goes none.
  const color = live && process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  let open = false;
  const close = (): void => {
    if (open) process.stderr.write('\r\u001b[K');
    open = false;
  };
  return {
    out(line) {
      close();
      process.stdout.write(`${line}\n`);
    },
    err(line) {
      close();
      process.stderr.write(`${line}\n`);
    },
    progress(text, share) {
      if (!live) {
        if (process.env.REGULARS_PROGRESS === 'lines') process.stderr.write(`${text}\n`);
        return;
      }
      close();
      process.stderr.write((bar(share) + text).slice(0, (process.stderr.columns ?? 80) - 1));
      open = true;
    },
    paint: (name, text) => (color ? `\u001b[${codes[name]}m${text}\u001b[0m` : text),
  };
}

const barWidth = 20;

function bar(share: number | undefined): string {
  if (share === undefined) return '';
  const full = Math.round(Math.min(1, Math.max(0, share)) * barWidth);
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${String(Math.round(share * 100)).padStart(3)} % `;
}
