/** A way to fill a list, as the table compares them. */
export interface Method {
  readonly name: string;
  /** Settings tried on the validation days before this one was taken; 1: none was chosen. */
  readonly tried: number;
  /**
   * Lists at most 20 product ids for the products seen, newest first.
   * @param hidden products that must not be listed.
   */
  list(seen: readonly string[], hidden: ReadonlySet<string>): readonly Listed[];
}

/** A product in its place and the part of the method that put it there. */
export interface Listed {
  readonly id: string;
  readonly source: string;
}

/** Length of every list that is measured. */
export const listLength = 20;

/** Takes what may be listed from lists in turn until it is full. */
export function fillList(
  parts: readonly { readonly source: string; readonly ids: Iterable<string> }[],
  hidden: ReadonlySet<string>,
): Listed[] {
  const list: Listed[] = [];
  const used = new Set(hidden);
  for (const { source, ids } of parts) {
    for (const id of ids) {
      if (list.length === listLength) return list;
      if (used.has(id)) continue;
      used.add(id);
      list.push({ id, source });
    }
  }
  return list;
}
