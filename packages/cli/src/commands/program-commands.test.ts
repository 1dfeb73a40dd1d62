import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { callCli } from '../../../../test/support/call-cli.ts';
import { tempFolder } from '../../../../test/support/temp-folder.ts';

const program = {
  formatVersion: 1,
  revision: 1,
  zone: 'UTC',
  currency: 'EUR',
  earn: [{ id: 'order', on: 'order_placed', points: 1, per: 100 }],
  expiry: { model: 'rolling', days: 30 },
  tiers: {
    levels: [
      { id: 'base', label: { en: 'Base' }, from: 0 },
      {
        id: 'gold',
        label: { en: 'Gold' },
        from: 100,
        times: 2,
        entry: [{ id: 'e', label: { en: 'Gift' }, reward: { type: 'points', points: 10 } }],
      },
    ],
  },
  pools: {},
};
/** Ana: 60 + 50 (gold, entry 10), then 10 doubled; the first 60 end after 30 days. Boris: 20, of which 5 come back. */
const orders = `order,sku,qty,time,price,customer
1,a,2,2026-01-01 10:00:00,30.00,ana
2,a,1,2026-01-20 10:00:00,50.00,ana
3,b,1,2026-02-05 10:00:00,10.00,ana
4,b,1,2026-02-01 10:00:00,20.00,boris
C4,b,-1,2026-02-03 10:00:00,5.00,boris
5,b,1,2026-02-03 10:00:00,99.00,
6,b,1,2026-02-03 10:00:00,0,boris
`;

interface Result {
  readonly people: readonly { tier: string; people: number }[];
  readonly points: Readonly<Record<'issued' | 'reversed' | 'redeemed' | 'expired' | 'liability', number>>;
  readonly cost: number;
  readonly orders: number;
  readonly guestOrders: number;
}

async function simulate(
  ...more: string[]
): Promise<{ code: number; out: string; err: string; result: Result }> {
  const at = tempFolder();
  await writeFile(join(at, 'program.json'), JSON.stringify(program));
  await writeFile(join(at, 'orders.csv'), orders);
  const call = await callCli(
    'simulate-program',
    join(at, 'orders.csv'),
    '--program',
    join(at, 'program.json'),
    ...more,
  );
  return { ...call, result: more.includes('--json') ? JSON.parse(call.out) : undefined };
}

test('counts people per tier, points, liability and cost as reckoned by hand', async () => {
  const { code, result } = await simulate('--json', '--point-value', '0.02');
  assert.equal(code, 0);
  assert.deepEqual([result.orders, result.guestOrders], [5, 1]);
  assert.deepEqual(
    result.people.map(({ tier, people }) => [tier, people]),
    [
      ['none', 0],
      ['base', 1],
      ['gold', 1],
    ],
  );
  assert.deepEqual(result.points, { issued: 160, reversed: 5, redeemed: 0, expired: 60, liability: 95 });
  assert.equal(result.cost, 190);
});

test('keeps the identity of the liability whatever people redeem', async () => {
  for (const share of ['0', '0.3', '1']) {
    const { points } = (await simulate('--json', '--redeem', share)).result;
    assert.equal(points.liability, points.issued - points.redeemed - points.expired - points.reversed);
  }
});

test('prints a table, says what was left out, and refuses a wrong call', async () => {
  const { out } = await simulate();
  assert.match(out, /gold\s+1\s/);
  assert.match(out, /issued\s+160/);
  assert.match(out, /1 × price or quantity of 0/);
  assert.match(out, /give --point-value/);
  assert.equal((await simulate('--redeem', '2')).code, 2);
  assert.equal((await callCli('simulate-program')).code, 2);
});

const data = process.env.REGULARS_DATA;
test('runs a year of a real shop through a preset', { skip: data ? false : 'data absent' }, async () => {
  const at = tempFolder();
  await callCli('init', 'three-tier', '--out', at);
  const file = join(data ?? '', 'uci-online-retail-2/orders.csv.gz');
  const call = await callCli(
    'simulate-program',
    file,
    '--program',
    join(at, 'program.json'),
    '--redeem',
    '0.5',
    '--json',
  );
  assert.equal(call.code, 0, call.err);
  const { points, people } = JSON.parse(call.out) as Result;
  // 4,383 customers are known; two of them only have lines at a price of 0.
  assert.equal(
    people.reduce((sum, each) => sum + each.people, 0),
    4381,
  );
  assert.equal(points.liability, points.issued - points.redeemed - points.expired - points.reversed);
  assert.match(call.err, /simulating/);
});

test('writes presets that validate, and nothing over what is there', async () => {
  for (const preset of ['three-tier', 'welcome-wheel']) {
    const at = tempFolder();
    const made = await callCli('init', preset, '--out', at);
    assert.equal(made.code, 0, made.err);
    const files = [join(at, 'program.json'), join(at, 'campaigns.json')];
    const { code, out } = await callCli('validate', ...files);
    assert.equal(code, 0, out);
    const before = await readFile(files[0] ?? '', 'utf8');
    assert.equal((await callCli('init', preset, '--out', at)).code, 1);
    assert.equal(await readFile(files[0] ?? '', 'utf8'), before);
  }
  assert.equal((await callCli('init', 'nothing')).code, 2);
});

/** The published vectors: seed, commitment and first draws. */
const pool = {
  versions: [
    { version: 2, commitment: 'secret still' },
    {
      version: 1,
      commitment: 'a562d93d4bf3b40f7d2ed81c4c43334cc714f2d7d11691a1bec023153998f2e2',
      seed: 'server-seed-1',
      weights: [500, 300, 150, 49, 1],
      fallback: 1,
    },
  ],
};

async function verify(...more: string[]): Promise<{ code: number; out: string; err: string }> {
  const at = join(tempFolder(), 'pool.json');
  await writeFile(at, JSON.stringify(pool));
  return callCli('verify-draw', at, '--play', 'visitor-42', ...more);
}

test('verifies a draw by commitment, seed and play key', async () => {
  const right = await verify('--prize', '0');
  assert.equal(right.code, 0, right.err);
  assert.match(right.out, /word 2656649444, remainder 444: prize 0/);
  assert.equal((await verify('--prize', '2')).code, 1);
  assert.equal((await verify('--commitment', 'another')).code, 1);
  const early = await verify('--version', '2');
  assert.equal(early.code, 1);
  assert.match(early.err, /still runs/);
});
