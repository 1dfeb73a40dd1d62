import { isCi } from './project.mjs';

/** More files than this are no accident of a busy machine. */
const mostFiles = 5;

/** The counts with those of some files replaced by a later run of them; what has passed now is named in `secondTries`. */
export function withLaterRun(first, later, files) {
  const result = { ...first, failures: later.failures, secondTries: first.failures };
  for (const kind of ['passed', 'failed', 'skipped'])
    for (const file of files) result[kind] += (later.files[file]?.[kind] ?? 0) - first.files[file][kind];
  result.failed = Math.max(result.failed, later.failed);
  result.secondTries = first.failures.filter(
    ({ file, name }) => !later.failures.some((still) => still.file === file && still.name === name),
  );
  return result;
}

/**
 * Runs test files; in CI, what failed runs once more by itself, as flows do, and is named in the closing lines.
 * @param runFiles given file paths, or undefined for all, runs them and resolves with their counts
 * @param isPatient whether to try again; by default in CI only
 */
export async function withSecondTry(runFiles, isPatient = isCi) {
  const first = await runFiles(undefined);
  const failures = first?.failures ?? [];
  const files = [...new Set(failures.map(({ file }) => file))];
  const isKnown = files.length > 0 && files.every((file) => first.files?.[file] !== undefined);
  // A run that ended badly beyond its failed tests is not mended by running them again.
  if (!isPatient || !isKnown || files.length > mostFiles || first.failed !== failures.length) return first;
  console.log(`\na second try: ${files.join(' ')}`);
  const later = await runFiles(files);
  return withLaterRun(first, { ...later, files: later.files ?? {} }, files);
}
