import type { BridgeAnswer, ShopBridge } from '@regulars/core';
import type { Money } from '@regulars/schema';

/** What a shop gives to have its hooks checked: the hooks, and a hand on what lies behind them. */
export interface ShopBridgeBench {
  readonly bridge: ShopBridge;
  /** Empties the cart, signs out. Runs before each case. */
  reset(): Promise<void>;
  /** A product that is on sale and in stock. */
  readonly productId: string;
  /** An id that no product has. */
  readonly unknownProductId: string;
  /** A code the cart accepts and one it refuses; none: the shop has no coupons. */
  readonly coupon?: { readonly good: () => Promise<string>; readonly bad: string } | undefined;
  /** Visitor reference that the shop's cart holds now. */
  readonly readVisitorReference?: (() => Promise<string | null>) | undefined;
  /** Signs a customer in; none: the shop has no accounts. */
  readonly signIn?: (() => Promise<void>) | undefined;
}

/** One named promise of a bridge. For any test runner: `for (const c of shopBridgeContract(bench)) it(c.name, c.run)`. */
export interface ContractCase {
  readonly name: string;
  run(): Promise<void>;
}

type Check = (bench: ShopBridgeBench) => Promise<void>;

/** Cases for every hook that the bridge offers; hooks it leaves out have none, the SDK then offers less to visitors. */
export function shopBridgeContract(bench: ShopBridgeBench): readonly ContractCase[] {
  const { bridge } = bench;
  const cases: readonly (readonly [string, unknown, Check])[] = [
    ['reads an empty cart as empty, in the currency of the shop', bridge.cart, readsEmptyCart],
    ['puts a product into the cart as often as asked', bridge.cart && bridge.addToCart, addsToCart],
    ['answers an unknown product with a reason and changes nothing', bridge.addToCart, refusesUnknown],
    [
      'keeps the visitor reference with the cart, the newest one',
      bridge.setVisitorReference && bench.readVisitorReference,
      keepsReference,
    ],
    ['knows price and stock, and leaves unknown products out', bridge.priceAndStock, knowsPrices],
    ['asked about no product, answers none', bridge.priceAndStock, answersNone],
    ['gives cards of products with their title, address and price', bridge.productData, givesCards],
    ['names its thresholds in the currency of the cart', bridge.thresholds && bridge.cart, namesThresholds],
    [
      'applies a good coupon and refuses a bad one with words',
      bridge.applyCoupon && bench.coupon,
      appliesCoupon,
    ],
    [
      'keeps a customer’s wish list as it was saved, and takes none that it does not keep',
      bridge.wishlist && bridge.saveWishlist,
      keepsWishlist,
    ],
    ['proves nobody while nobody is signed in', bridge.customerToken, provesNobody],
    ['proves the customer once signed in', bridge.customerToken && bench.signIn, provesCustomer],
  ];
  return cases
    .filter(([, offered]) => offered)
    .map(([name, , check]) => ({
      name,
      async run() {
        await bench.reset();
        await check(bench);
      },
    }));
}

function must(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(message);
}

function mustBeMoney(money: Money | undefined, what: string): void {
  must(Number.isSafeInteger(money?.value), `${what} is not in whole minor units: ${JSON.stringify(money)}`);
  must(
    /^[A-Z]{3}$/.test(money?.currency ?? ''),
    `${what} has no ISO 4217 currency: ${JSON.stringify(money)}`,
  );
}

const readsEmptyCart: Check = async ({ bridge }) => {
  const cart = await bridge.cart?.();
  if (!cart) return;
  must(cart.items.length === 0, 'an emptied cart has items');
  mustBeMoney(cart.total, 'the total');
  must(cart.total.value === 0, `an emptied cart costs ${cart.total.value}`);
};

const addsToCart: Check = async ({ bridge, productId }) => {
  const answer = await bridge.addToCart?.(productId, { quantity: 2 });
  must(answer?.ok === true, `a product in stock was refused: ${JSON.stringify(answer)}`);
  const cart = await bridge.cart?.();
  const item = cart?.items.find(({ product }) => product.id === productId);
  must(item?.quantity === 2, `wanted 2 in the cart, got ${item?.quantity}`);
  mustBeMoney(cart?.total, 'the total');
  must((cart?.total.value ?? 0) > 0, 'a filled cart costs nothing');
};

const refusesUnknown: Check = async ({ bridge, unknownProductId }) => {
  const answer = await bridge.addToCart?.(unknownProductId, { quantity: 1 });
  must(answer?.ok === false, 'an unknown product was taken');
  must(answer.reason.length > 0, 'the refusal has no reason');
  must(((await bridge.cart?.())?.items.length ?? 0) === 0, 'an unknown product lies in the cart');
};

const keepsReference: Check = async ({ bridge, readVisitorReference }) => {
  // References are signed tokens: a shop may refuse what does not look like one.
  await bridge.setVisitorReference?.('e30.e30.reference-1');
  await bridge.setVisitorReference?.('e30.e30.reference-2');
  const held = await readVisitorReference?.();
  must(held === 'e30.e30.reference-2', `the cart holds ${JSON.stringify(held)}`);
};

const knowsPrices: Check = async ({ bridge, productId, unknownProductId }) => {
  const answer = (await bridge.priceAndStock?.([productId, unknownProductId])) ?? {};
  mustBeMoney(answer[productId]?.price, 'the price');
  must(answer[productId]?.inStock === true, 'a product in stock is not said to be');
  must(!Object.hasOwn(answer, unknownProductId), 'an unknown product has a price');
};

const answersNone: Check = async ({ bridge }) => {
  const answer = await bridge.priceAndStock?.([]);
  must(Object.keys(answer ?? {}).length === 0, 'prices came unasked');
};

const givesCards: Check = async ({ bridge, productId, unknownProductId }) => {
  const cards = (await bridge.productData?.([unknownProductId, productId])) ?? [];
  const [card] = cards;
  must(cards.length === 1 && card?.id === productId, `wanted one card, got ${JSON.stringify(cards)}`);
  must(!!card.title && !!card.url, 'the card has no title or no address');
  mustBeMoney(card.price, 'the price of the card');
};

const namesThresholds: Check = async ({ bridge }) => {
  const currency = (await bridge.cart?.())?.total.currency;
  for (const { at } of (await bridge.thresholds?.()) ?? []) {
    mustBeMoney(at, 'a threshold');
    must(!currency || at.currency === currency, `a threshold in ${at.currency}, the cart in ${currency}`);
  }
};

const appliesCoupon: Check = async ({ bridge, coupon, productId }) => {
  await bridge.addToCart?.(productId, { quantity: 1 });
  const bad = await bridge.applyCoupon?.(coupon?.bad ?? '');
  must(bad?.ok === false && bad.reason.length > 0, 'a bad coupon was not refused with words');
  const code = (await coupon?.good()) ?? '';
  const good = await bridge.applyCoupon?.(code);
  must(good?.ok === true, `a good coupon was refused: ${JSON.stringify(good)}`);
  const held = (await bridge.cart?.())?.coupon;
  must(!bridge.cart || held === code, `the cart holds coupon ${JSON.stringify(held)}`);
};

const keepsWishlist: Check = async ({ bridge, productId, signIn }) => {
  const save = (ids: readonly string[]): Promise<BridgeAnswer> | undefined => bridge.saveWishlist?.(ids);
  if ((await bridge.wishlist?.()) === null) {
    const refused = await save([productId]);
    must(refused?.ok === false && refused.reason.length > 0, 'a list of nobody was taken');
    if (!signIn) return;
    await signIn();
  }
  for (const wanted of [[productId], []]) {
    const answer = await save(wanted);
    must(answer?.ok === true, `the list was refused: ${JSON.stringify(answer)}`);
    const held = JSON.stringify(await bridge.wishlist?.());
    must(held === JSON.stringify(wanted), `wanted the list ${JSON.stringify(wanted)}, got ${held}`);
  }
};

const provesNobody: Check = async ({ bridge }) => {
  const token = await bridge.customerToken?.();
  must(token === null, `a token without a customer: ${JSON.stringify(token)}`);
};

const provesCustomer: Check = async ({ bridge, signIn }) => {
  await signIn?.();
  const token = await bridge.customerToken?.();
  must(/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token ?? ''), `no signed token: ${JSON.stringify(token)}`);
};
