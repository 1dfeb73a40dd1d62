import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

const settledMs = 100;

/**
 * Calls after each change of one of the files, once it has settled. Their folders are watched: many editors write a new
 * file and give it the old one's name, of which a watch on the file would never hear. Returns its stop.
 */
export function watchFiles(files: readonly string[], changed: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const again = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, settledMs);
  };
  const folders = new Map<string, Set<string>>();
  for (const file of files) {
    const names = folders.get(dirname(file)) ?? new Set();
    folders.set(dirname(file), names.add(basename(file)));
  }
  const watchers = [...folders].map(([folder, names]) =>
    // Some systems do not say which file it was.
    watch(folder, (_, name) => (name === null || names.has(name)) && again()),
  );
  return () => {
    clearTimeout(waiting);
    for (const one of watchers) one.close();
  };
}
