import type { Goods } from '@regulars/schema';

/** One line of an order. */
export interface OrderLine {
  readonly productId: string;
  /** Category id of the shop; none: rules about categories do not see it. */
  readonly category?: string | undefined;
  readonly quantity: number;
  /** Minor units for one piece, as it was paid. */
  readonly unitPrice: number;
  /** Pieces of it that came back (default 0). */
  readonly returned?: number | undefined;
}

/** Whether a rule is about all goods of a shop. Pure. */
export function isAboutAll({ products, categories, exclude }: Goods): boolean {
  return !products && !categories && !exclude;
}

/** Whether a rule counts a line: named by product or category, and not left out. Pure. */
export function countsLine({ products, categories, exclude }: Goods, line: OrderLine): boolean {
  const names = (list: readonly string[] | undefined, name: string | undefined): boolean =>
    name !== undefined && (list?.includes(name) ?? false);
  if (names(exclude?.products, line.productId) || names(exclude?.categories, line.category)) return false;
  if (!products && !categories) return true;
  return names(products, line.productId) || names(categories, line.category);
}

/** Money and pieces of the goods that a rule counts; money never above what was paid. Pure. */
export function countGoods(
  rule: Goods,
  { total, lines }: { readonly total: number; readonly lines: readonly OrderLine[] },
): { readonly value: number; readonly pieces: number } {
  const counted = lines.filter((line) => countsLine(rule, line));
  const pieces = counted.reduce((sum, { quantity }) => sum + quantity, 0);
  if (isAboutAll(rule)) return { value: total, pieces };
  const value = counted.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  return { value: Math.min(Math.floor(value), total), pieces };
}
