import { snowplow, toVocabulary } from '@regulars/schema/vocabularies';
import { cut, fitEntity } from './fit-snowplow.ts';
import type { Tell } from './vocabulary.ts';

type Entity = Record<string, unknown>;

/**
 * The words of this vocabulary, as its schemas take them; a chunk of its own. One entity that they refuse fails the whole
 * event: an act whose own entity would be refused has no word here, and is told whole as a structured event.
 */
export const tellSnowplow: Tell = (name, props) => {
  const told = toVocabulary(snowplow, name, props);
  if (!told) return null;
  const { name: list, ...asked } = told.props;
  const { transaction, product } = asked;
  if (transaction)
    Object.assign(transaction, { payment_method: unknown, total_quantity: piecesOf(product as Entity[]) });
  const kept: Entity = list === undefined ? {} : { name: cut(list, 128) };
  for (const [entity, one] of Object.entries(asked)) {
    const all = [one].flat() as Entity[];
    kept[entity] = all.flatMap((data) => fitEntity(entity, data) ?? []);
    const isLost = all.length > 0 && (kept[entity] as Entity[]).length === 0;
    // An order stands by itself; a product seen does not.
    if (isLost && !(entity === 'product' && (transaction || asked.refund))) return null;
  }
  return { name: told.name, props: kept };
};

/** What their schemas ask for and a page seldom says. */
const unknown = 'unknown';

const piecesOf = (products: readonly Entity[]): number =>
  products.reduce((sum, { quantity = 1 }) => sum + Math.round(quantity as number), 0);
