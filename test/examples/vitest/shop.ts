import { createRegulars, type Regulars, type RegularsOptions } from 'regulars';

/** How this shop starts Regulars on every page; its tests pass `test` and `onProblem`, its pages nothing. */
export function startShop(options: Pick<RegularsOptions, 'test' | 'onProblem'> = {}): Regulars {
  return createRegulars({ key: 'shop-key', endpoint: 'https://shop.example/regulars', ...options });
}

/** What the shop's search field does when somebody presses Enter. */
export function search(regulars: Regulars, term: string): void {
  regulars.track('search_performed', { term });
}
