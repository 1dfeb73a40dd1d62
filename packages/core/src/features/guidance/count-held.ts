import type { EventName } from '@regulars/schema';
import type { JourneyExport } from '../../journey/journey-room.ts';
import type { HeldKind, PrivacyView } from '../guidance-view.ts';

/** Events that have a word of their own; the rest are `others`. */
const named: Partial<Readonly<Record<EventName, HeldKind>>> = {
  page_viewed: 'pages',
  product_viewed: 'products',
  search_performed: 'searches',
  order_placed: 'orders',
};

/** Rows by their store, and in stores of many owners by the beginning of their key. */
function kindOfRow(store: string, key: string): HeldKind | null {
  // Counted by what it holds.
  if (store === 'profile') return null;
  if (store === 'sess') return 'visits';
  if (store === 'feature') return 'notes';
  if (store === 'play') return key.startsWith('necessary/play:') ? 'games' : 'marks';
  // The shop's own campaigns: nothing of the visitor.
  return key.startsWith('functional/document') ? null : 'marks';
}

/**
 * How much is held of a visitor, by kinds that people know; kinds of which there is none are left out.
 * @param notes rows that are kept beside the journey: what was shown, closed and clicked.
 */
export function countHeld({ events, stores }: JourneyExport, notes: number): PrivacyView['held'] {
  const counts: Record<HeldKind, number> = {
    pages: 0,
    products: 0,
    searches: 0,
    orders: 0,
    others: 0,
    visits: 0,
    interests: 0,
    notes,
    games: 0,
    marks: 0,
  };
  for (const { name } of events) counts[named[name] ?? 'others']++;
  for (const [store, rows] of Object.entries(stores)) {
    for (const [key, value] of rows) {
      const kind = kindOfRow(store, String(key));
      if (kind) counts[kind]++;
      else if (store === 'profile') counts.interests += interestsOf(Object(value));
    }
  }
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => ({ kind: kind as HeldKind, count }));
}

const interestsOf = ({ categories, brands, products }: Readonly<Record<string, unknown>>): number =>
  [categories, brands, products].reduce<number>((sum, one) => sum + Object.keys(Object(one)).length, 0);
