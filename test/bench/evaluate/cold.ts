import { join } from 'node:path';
import { evaluateColdProducts } from '@regulars/cli';
import { atLeast, type Row } from '../row.ts';

/** Products without a single training click, listed by what is known of them alone. */
export async function coldRows(folder: string): Promise<Row[]> {
  const files = {
    clicks: join(folder, 'uci-eshop-2008/clicks.csv'),
    products: join(folder, 'uci-eshop-2008/products.csv'),
    currency: 'USD',
  };
  const plain = await evaluateColdProducts({ ...files, attributes: ['colour', 'photo'] });
  const paged = await evaluateColdProducts({ ...files, attributes: ['colour', 'photo', 'list_page'] });
  return [
    atLeast('cold products, attributes only: HR@20', 'ratio', plain.hitRate20, 0.35),
    atLeast('cold products, attributes and list page: HR@20', 'ratio', paged.hitRate20, 0.55),
  ];
}
