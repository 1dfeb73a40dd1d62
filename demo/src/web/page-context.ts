import type { ProgramDocument } from '@regulars/schema';
import type { CartView } from '../backend/carts.ts';
import type { Customer } from '../backend/customers.ts';
import type { Standing } from '../backend/members.ts';
import type { Stock } from '../backend/stock.ts';
import type { Locale } from '../catalog/locales.ts';
import type { UiText } from '../texts/ui-text.ts';
import type { AssetPaths } from './assets.ts';

/** What every page of one request knows. */
export interface PageContext {
  readonly locale: Locale;
  readonly text: UiText;
  /** Address of the request without its language prefix. */
  readonly url: URL;
  readonly cart: CartView;
  readonly customer: Customer | undefined;
  /** What Regulars says of the customer; `undefined`: nothing. */
  readonly standing: Standing | undefined;
  readonly program: ProgramDocument;
  /** Epoch ms; `ahead`: days that somebody let pass, `undefined` where they cannot. */
  readonly now: number;
  readonly ahead: number | undefined;
  readonly stock: Stock;
  /** Address of a style sheet, script or font with its hash. */
  readonly asset: AssetPaths;
  /** Whether the page carries the SDK tag. */
  readonly sdk: boolean;
}
