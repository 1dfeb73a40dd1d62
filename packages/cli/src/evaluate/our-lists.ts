import { type ScoreParameters, scoreRows } from '@regulars/core/rules';
import type { RowsById } from '../index/quantise-rows.ts';
import { fillList, type Method } from './method.ts';

/** What a list on the device is made from. */
export interface ListParts {
  readonly rows: RowsById;
  readonly content: RowsById;
  /** Best sellers, best first. */
  readonly popular: readonly string[];
  readonly parameters: ScoreParameters;
  readonly tried: number;
}

/** The list as the device makes it, without the rules of a shop: index, content row of the newest, best sellers. */
export function ourLists(name: string, parts: ListParts, revisits: boolean): Method {
  const row = (id: string) => parts.rows.get(id) ?? [];
  return {
    name,
    tried: parts.tried,
    list(seen, hidden) {
      const scored = scoreRows(seen, row, { ...parts.parameters, revisits });
      return fillList(
        [
          { source: 'index', ids: scored.map(({ id }) => id) },
          { source: 'content', ids: (parts.content.get(seen[0] ?? '') ?? []).map(([id]) => id) },
          { source: 'popular', ids: parts.popular },
        ],
        hidden,
      );
    },
  };
}

/** Lists by what is known of the products alone. */
export function contentLists(content: RowsById): Method {
  return {
    name: 'Content only, last product',
    tried: 1,
    list: (seen, hidden) =>
      fillList([{ source: 'content', ids: (content.get(seen[0] ?? '') ?? []).map(([id]) => id) }], hidden),
  };
}
