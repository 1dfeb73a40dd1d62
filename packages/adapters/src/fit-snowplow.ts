/** Fields without which an entity is refused. */
const needed: Readonly<Record<string, string>> = {
  product: 'id category price currency',
  transaction: 'transaction_id revenue currency payment_method total_quantity',
  refund: 'transaction_id refund_amount currency',
};

/** Texts of theirs that are shorter than ours may be. */
const longest: Readonly<Record<string, number>> = {
  'product.brand': 256,
  'product.variant': 256,
  'transaction.discount_code': 99,
  'checkout_step.delivery_method': 128,
  'checkout_step.payment_method': 128,
  'promotion.name': 256,
  'promotion.slot': 256,
};

/** The largest number that their schemas know. */
const most = 9_999_999;

/** A text of at most so many letters. */
export const cut = (text: unknown, letters = 4096): string => String(text).slice(0, letters);

/**
 * An entity as its schema takes it: texts cut, amounts of two decimals, numbers out of its range left out; `null`: something
 * is missing without which it is refused. Source: Iglu Central, "com.snowplowanalytics.snowplow.ecommerce".
 */
export function fitEntity(entity: string, data: Record<string, unknown>): Record<string, unknown> | null {
  const fit: Record<string, unknown> = entity === 'product' ? { category: 'unknown' } : {};
  for (const [field, value] of Object.entries(data)) {
    if (typeof value !== 'number') fit[field] = cut(value, longest[`${entity}.${field}`]);
    else if (value >= 0 && value <= most) fit[field] = rounded(field, value);
  }
  return needed[entity]?.split(' ').some((field) => fit[field] === undefined) ? null : fit;
}

const rounded = (field: string, value: number): number =>
  /price|revenue|amount/.test(field) ? Math.round(value * 100) / 100 : Math.round(value);
