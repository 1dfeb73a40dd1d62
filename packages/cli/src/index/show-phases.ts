/** How far a build is when a phase begins, as shares of its time with a million clicks on two cores. */
const phases: readonly (readonly [start: RegExp, share: number])[] = [
  [/^reading /, 0.02],
  [/^DuckDB: cutting/, 0.3],
  [/^counting/, 0.35],
  [/^rows by sequence/, 0.42],
  [/^rows by mixed/, 0.54],
  [/^rows by together/, 0.66],
  [/^measuring/, 0.76],
  [/^rows of all/, 0.84],
  [/^lists of/, 0.9],
  [/^writing/, 0.95],
];

/** Adds to each sentence how far the build is; never goes back. */
export function showPhases(show: (text: string, share?: number) => void): (text: string) => void {
  let reached = 0;
  return (text) => {
    const phase = phases.find(([start]) => start.test(text));
    reached = Math.max(reached, phase?.[1] ?? 0);
    show(text, reached);
  };
}
