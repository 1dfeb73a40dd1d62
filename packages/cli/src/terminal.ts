/** Where a command writes: results to `out`, everything else to `err`. */
export interface Terminal {
  /** Writes a line of the result. */
  out(line: string): void;
  /** Writes a line for the person in front of it. */
  err(line: string): void;
  /** Replaces the last progress line on a terminal; writes a new line elsewhere. */
  progress(text: string): void;
  /** Paints on a terminal, leaves the text alone elsewhere. */
  paint(color: 'red' | 'green' | 'yellow' | 'bold', text: string): string;
}

const codes = { red: 31, green: 32, yellow: 33, bold: 1 } as const;

/** Terminal of the process. Colour only where standard error is a terminal and `NO_COLOR` is not set. */
export function createTerminal(process: NodeJS.Process): Terminal {
  const live = process.stderr.isTTY === true;
  const color = live && !process.env.NO_COLOR;
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
    progress(text) {
      if (!live) return void process.stderr.write(`${text}\n`);
      close();
      process.stderr.write(text.slice(0, (process.stderr.columns ?? 80) - 1));
      open = true;
    },
    paint: (name, text) => (color ? `\u001b[${codes[name]}m${text}\u001b[0m` : text),
  };
}
