#!/usr/bin/env node
import { run } from './run.ts';
import { createTerminal } from './terminal.ts';

// A closed pipe (`regulars … | head`) is no error.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause;
  process.exitCode = 0;
});
process.exitCode = await run(process.argv.slice(2), createTerminal(process));
