import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type EvaluateOptions, type EvaluateResult, evaluateExports } from '@regulars/cli';

/** A supplied set, the floor it is measured with, and what the rulings ask of it. */
export interface SetCase {
  readonly title: string;
  readonly files: Pick<
    EvaluateOptions,
    'clicks' | 'orders' | 'products' | 'validation' | 'test' | 'currency'
  >;
  readonly floor: number;
  readonly hitRate20: number;
  readonly mrr20?: number;
  readonly unseen?: { readonly hitRate20: number; readonly mrr20: number };
  /** The set has the published figures of VMIS-kNN. */
  readonly published?: true;
}

const bol = {
  clicks: 'bol-toy-clicks/train.txt',
  validation: 'bol-toy-clicks/valid.txt',
  test: 'bol-toy-clicks/test.txt',
};
const uci = {
  clicks: 'uci-eshop-2008/clicks.csv',
  products: 'uci-eshop-2008/products.csv',
  currency: 'USD',
};
const orders = {
  orders: 'uci-online-retail-2/orders.csv.gz',
  products: 'uci-online-retail-2/products.csv',
  currency: 'GBP',
};

/** Both gate columns of the design's rulings. */
export const setCases: readonly SetCase[] = [
  {
    ...{ title: 'bol.com clicks, floor 1', files: bol, floor: 1, hitRate20: 0.69, mrr20: 0.33 },
    unseen: { hitRate20: 0.56, mrr20: 0.24 },
    published: true,
  },
  { title: 'bol.com clicks, shipped floor 3', files: bol, floor: 3, hitRate20: 0.48 },
  { title: 'UCI clothing shop, floor 1', files: uci, floor: 1, hitRate20: 0.69, mrr20: 0.255 },
  { title: 'UCI clothing shop, shipped floor 3', files: uci, floor: 3, hitRate20: 0.69 },
  { title: 'UCI gift orders, shipped floor 3', files: orders, floor: 3, hitRate20: 0.37, mrr20: 0.15 },
];

/** Folder of the supplied sets; `null`: `REGULARS_DATA` names none that is there. */
export function dataFolder(): string | null {
  const folder = process.env.REGULARS_DATA;
  return folder && existsSync(join(folder, bol.clicks)) ? folder : null;
}

/** Runs the protocol on one set. */
export async function evaluateSet(folder: string, { files, floor }: SetCase): Promise<EvaluateResult> {
  const { currency, ...names } = files;
  const paths = Object.fromEntries(
    Object.entries(names).flatMap(([role, name]) => (name ? [[role, join(folder, name)] as const] : [])),
  );
  return await evaluateExports({ ...paths, currency, floor });
}
