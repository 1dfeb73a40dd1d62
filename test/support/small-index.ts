import type { CardShard, IndexManifest, LookupShard, RowShard } from '@regulars/schema';

const title = (id: string): string => `Product ${id}`;
const card = (id: string, category: string) => ({
  id,
  title: title(id),
  category,
  price: { value: 1000, currency: 'EUR' },
});

/** Best sellers p1 to p8 in department `p`; tea and cup in department `t` lead to each other and to t1 to t6. */
const manifest: IndexManifest = {
  v: 1,
  version: 'small-1',
  builtAt: 0,
  parameters: {
    ...{ kind: 'mixed', secondStep: 0.3, recent: 5, decay: 0.5, revisitWeight: 0.8 },
    ...{ floor: 3, visitor: 'visitor', halfLifeDays: 7 },
  },
  rowShards: ['rows-t.json'],
  cardShards: ['cards-best.json', 'cards-t.json'],
  lookupShards: ['lookup.json'],
  categories: { t: { rows: [0], card: 1, popular: ['t1', 't2'] } },
  popular: ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'],
};
const rows: RowShard = {
  ids: ['tea', 'cup', 't1', 't2', 't3', 't4', 't5', 't6'],
  cards: [1, 1, 1, 1, 1, 1, 1, 1],
  rows: [
    [2, 200, 3, 180, 4, 160, 1, 140],
    [5, 200, 6, 180, 7, 160],
  ],
};
const lookup: LookupShard = { tea: 't', cup: 't' };
const best: CardShard = manifest.popular.map((id) => card(id, 'p'));
const department: CardShard = rows.ids.map((id) => card(id, 't'));

/** Files of a small index in the folder `/index/`, by name. */
export const smallIndex: Readonly<Record<string, string>> = {
  '/index/manifest.json': JSON.stringify(manifest),
  '/index/rows-t.json': JSON.stringify(rows),
  '/index/lookup.json': JSON.stringify(lookup),
  '/index/cards-best.json': JSON.stringify(best),
  '/index/cards-t.json': JSON.stringify(department),
};
