import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

function removeAll(): void {
  // The children of a browser or a server that was killed may still write for a moment.
  for (const folder of made)
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/**
 * Path of a new, empty folder in the system's temporary folder. It is removed when this process ends, whether its tests
 * passed or failed; whoever makes large ones removes them earlier.
 */
export function tempFolder(): string {
  if (made.length === 0) process.once('exit', removeAll);
  const folder = mkdtempSync(join(tmpdir(), 'regulars-'));
  made.push(folder);
  return folder;
}
