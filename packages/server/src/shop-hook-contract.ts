import type { ShopHook } from './options.ts';

/** What a shop gives to have its side of the server checked. */
export interface ShopHookBench {
  readonly hook: ShopHook;
  /** A coupon template that the shop has, and one it has not. */
  readonly template: string;
  readonly unknownTemplate: string;
  /** Signs a token for a customer as the shop's `customerToken` hook does, and says for whom; none: no accounts. */
  readonly customer?: (() => Promise<{ readonly token: string; readonly customerId: string }>) | undefined;
  /** A token that was good once; none: not checked. */
  readonly expiredToken?: (() => Promise<string>) | undefined;
}

/** One named promise of a hook. For any test runner: `for (const c of shopHookContract(bench)) test(c.name, c.run)`. */
export interface HookContractCase {
  readonly name: string;
  run(): Promise<void>;
}

type Check = (bench: ShopHookBench) => Promise<void>;

/** Cases for the shop's side of the server; customers have none where the shop has no accounts. */
export function shopHookContract(bench: ShopHookBench): readonly HookContractCase[] {
  const cases: readonly (readonly [string, unknown, Check])[] = [
    ['mints a code that can be typed', true, mintsCode],
    ['answers the same claim with the same code, however often it asks', true, repeatsCode],
    ['answers the same claim with the same code when asked in parallel', true, repeatsInParallel],
    ['gives another claim another code', true, separatesClaims],
    ['makes no coupon longer valid than asked', true, keepsValidity],
    ['refuses a template that the shop does not have', true, refusesTemplate],
    ['knows the customer of a token it signed, until a time to come', bench.customer, knowsCustomer],
    ['answers a token that proves nothing with null and never throws', true, provesNothing],
    ['answers a changed token with null', bench.customer, refusesChanged],
    ['answers an expired token with null', bench.expiredToken, refusesExpired],
  ];
  return cases.filter(([, offered]) => offered).map(([name, , check]) => ({ name, run: () => check(bench) }));
}

function must(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(message);
}

const requestOf = ({ template }: ShopHookBench, claimId: string = crypto.randomUUID()) => ({
  claimId,
  template,
  personId: 'contract-person',
});

const mintsCode: Check = async (bench) => {
  const { code } = await bench.hook.mintCoupon(requestOf(bench));
  must(
    /^\S{4,40}$/.test(code),
    `a code of 4 to 40 signs without spaces was wanted, got ${JSON.stringify(code)}`,
  );
};

const repeatsCode: Check = async (bench) => {
  const request = requestOf(bench);
  const first = await bench.hook.mintCoupon(request);
  const again = await bench.hook.mintCoupon(request);
  must(first.code === again.code, `one claim got ${first.code} and ${again.code}`);
};

const repeatsInParallel: Check = async (bench) => {
  const request = requestOf(bench);
  const answers = await Promise.all(Array.from({ length: 8 }, () => bench.hook.mintCoupon(request)));
  const codes = new Set(answers.map(({ code }) => code));
  must(codes.size === 1, `one claim got ${[...codes].join(', ')}`);
};

const separatesClaims: Check = async (bench) => {
  const one = await bench.hook.mintCoupon(requestOf(bench));
  const other = await bench.hook.mintCoupon(requestOf(bench));
  must(one.code !== other.code, `two claims got the code ${one.code}`);
};

const keepsValidity: Check = async (bench) => {
  const validUntil = Date.now() + 86_400_000;
  const { endsAt } = await bench.hook.mintCoupon({ ...requestOf(bench), validUntil });
  must(endsAt === undefined || endsAt <= validUntil, `wanted until ${validUntil}, got until ${endsAt}`);
};

const refusesTemplate: Check = async (bench) => {
  const request = { ...requestOf(bench), template: bench.unknownTemplate };
  const code = await bench.hook.mintCoupon(request).then(
    (answer) => answer.code,
    () => undefined,
  );
  must(code === undefined, `an unknown template gave the code ${code}`);
};

const knowsCustomer: Check = async ({ hook, customer }) => {
  const signed = await customer?.();
  const known = await hook.verifyCustomerToken(signed?.token ?? '');
  must(known?.customerId === signed?.customerId, `wanted ${signed?.customerId}, got ${known?.customerId}`);
  must((known?.expiresAt ?? 0) > Date.now(), `the token ended at ${known?.expiresAt}, in epoch ms`);
};

async function mustProveNothing({ hook }: ShopHookBench, token: string): Promise<void> {
  const known = await hook.verifyCustomerToken(token).catch((error: unknown) => String(error));
  must(known === null, `${JSON.stringify(token)} was answered with ${JSON.stringify(known)}`);
}

const provesNothing: Check = async (bench) => {
  for (const token of ['', 'nonsense', 'a.b.c', '{}', 'x'.repeat(10_000)])
    await mustProveNothing(bench, token);
};

const refusesChanged: Check = async (bench) => {
  const { token = '' } = (await bench.customer?.()) ?? {};
  // Not the last sign: its lowest bits may be padding.
  const at = token.length - 10;
  const other = token[at] === 'A' ? 'B' : 'A';
  await mustProveNothing(bench, token.slice(0, at) + other + token.slice(at + 1));
};

const refusesExpired: Check = async (bench) => {
  await mustProveNothing(bench, (await bench.expiredToken?.()) ?? '');
};
