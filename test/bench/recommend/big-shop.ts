import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createChance } from '../../support/chance.ts';

/**
 * Writes clicks and a product list of an invented shop: 100 products a department, four steps in five stay in it.
 * @returns the number of clicks.
 */
export async function writeBigShop(
  productCount: number,
  files: {
    readonly clicks: string;
    readonly products: string;
    /** Default 5. */
    readonly visitorsPerProduct?: number;
  },
): Promise<number> {
  const random = createChance(42);
  const id = (number: number): string => `SKU-${100_000 + number * 7}`;
  const departments = Math.ceil(productCount / 100);
  const products = ['id,title,url,image,price,currency,category'];
  for (let number = 0; number < productCount; number += 1) {
    const department = Math.floor(number / 100);
    const price = (5 + random() * 200).toFixed(2);
    products.push(
      `${id(number)},Item ${number} of department ${department},/p/item-${number},/img/${number}.jpg,${price},EUR,dep-${department}`,
    );
  }
  await writeFile(files.products, products.join('\n'));
  const out = createWriteStream(files.clicks);
  let [count, part] = [0, 'visitor,product,time\n'];
  const start = Date.UTC(2026, 0, 1);
  for (let visitor = 0; visitor < productCount * (files.visitorsPerProduct ?? 5); visitor += 1) {
    let department = Math.floor(random() * departments);
    const t = start + Math.floor(random() * 20 * 86_400_000);
    const steps = 2 + Math.floor(random() * 6);
    for (let step = 0; step < steps; step += 1) {
      if (random() < 0.2) department = Math.floor(random() * departments);
      const number = Math.min(productCount - 1, department * 100 + Math.floor(random() ** 2 * 100));
      part += `v${visitor},${id(number)},${t + step * 60_000}\n`;
      count += 1;
    }
    if (part.length < 1 << 20) continue;
    if (!out.write(part)) await once(out, 'drain');
    part = '';
  }
  out.end(part);
  await finished(out);
  return count;
}
