import type { Insets } from './insets.ts';

const key = Symbol.for('regulars.insets');
type Shared = Document & { [key]?: Map<string, Insets> };

/** Tells everybody on the page what an element of ours covers; `null` takes it back. `name` tells who. */
export function publishInsets(name: string, insets: Insets | null): void {
  const shared: Shared = document;
  shared[key] ??= new Map();
  if (insets) shared[key].set(name, insets);
  else shared[key].delete(name);
}

/** What is covered now by elements of ours, and by what was found over a target; the largest each. */
export function publishedInsets(): Insets {
  const all = [...((document as Shared)[key]?.values() ?? [])];
  return {
    top: Math.max(0, ...all.map(({ top }) => top)),
    bottom: Math.max(0, ...all.map(({ bottom }) => bottom)),
  };
}
