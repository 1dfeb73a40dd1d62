import { expect } from 'chai';
import { drawMessage, selectPrize } from './draw-rule.ts';
import { type EarningOrder, earnByOrder } from './earn-rule.ts';
import { expiryOf, slideExpiry } from './expiry-rule.ts';
import { availablePoints, expiredDraws, type Lot, planReversal, planSpend } from './lot-rule.ts';
import { advanceOrder, availableAt, newOrder, type OrderState, orderState } from './order-rule.ts';
import { reversedPoints } from './reversal-rule.ts';
import { enteredTiers, tierStanding } from './tier-rule.ts';

const DAY = 86_400_000;
const ZONE = 'Europe/Sofia';

function hmac(seed: string, message: string): Promise<Uint8Array> {
  const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  return crypto.subtle
    .importKey('raw', encode(seed), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    .then((key) => crypto.subtle.sign('HMAC', key, encode(message)))
    .then((bytes) => new Uint8Array(bytes));
}

describe('draw rule', () => {
  it('draws the published vectors with the browser’s own HMAC', async () => {
    const drawn = await Promise.all(
      [0, 1, 2, 3, 4].map(async (nonce) =>
        selectPrize([500, 300, 150, 49, 1], await hmac('server-seed-1', drawMessage('visitor-42', nonce, 0))),
      ),
    );
    expect(drawn.map((one) => [one?.remainder, one?.prizeIndex])).to.deep.equal([
      [444, 0],
      [119, 0],
      [522, 1],
      [396, 0],
      [342, 0],
    ]);
    expect(drawn[0]?.word).to.equal(2656649444);
  });

  it('passes over words that would favour a prize, and asks for another digest when all of them would', () => {
    const high = new Uint8Array(32).fill(0xff);
    expect(selectPrize([2 ** 31, 1], high)).to.equal(null);
    const mixed = high.slice();
    mixed.set([0, 0, 0, 7], 8);
    expect(selectPrize([2 ** 31, 1], mixed)).to.deep.equal({ prizeIndex: 0, word: 7, remainder: 7 });
  });
});

describe('lot rule', () => {
  const lot = (id: string, points: number, expiresAt: number | null, openedAt = 0): Lot => ({
    id,
    points,
    expiresAt,
    openedAt,
  });
  const lots = [lot('never', 5, null), lot('late', 50, 200), lot('soon', 100, 100), lot('gone', 9, 10)];

  it('spends what ends first, and nothing that ended', () => {
    expect(planSpend(lots, 120, 50)).to.deep.equal({
      draws: [
        { lotId: 'soon', points: 100 },
        { lotId: 'late', points: 20 },
      ],
      missing: 0,
    });
    expect(planSpend(lots, 200, 50).missing).to.equal(45);
    expect(availablePoints(lots, 50)).to.equal(155);
    expect(availablePoints(lots, 100)).to.equal(55);
    expect(expiredDraws(lots, 100)).to.deep.equal([
      { lotId: 'soon', points: 100 },
      { lotId: 'gone', points: 9 },
    ]);
  });

  it('takes a return from its own points first', () => {
    const plan = planReversal(lots, 60, { now: 50, origin: ['late'] });
    expect(plan.draws).to.deep.equal([
      { lotId: 'late', points: 50 },
      { lotId: 'soon', points: 10 },
    ]);
  });
});

describe('expiry rule', () => {
  it('ends with the month, quarter or year of the zone, clock changes and leap years included', () => {
    const calendar = (endOf: 'month' | 'quarter' | 'year', at: string, afterDays = 0): string | null => {
      const end = expiryOf(Date.parse(at), { model: 'calendar', endOf, afterDays }, ZONE);
      return end === null ? null : new Date(end).toISOString();
    };
    expect(calendar('month', '2028-02-10T12:00Z')).to.equal('2028-02-29T22:00:00.000Z');
    expect(calendar('month', '2026-03-31T20:59Z')).to.equal('2026-03-31T21:00:00.000Z');
    expect(calendar('month', '2026-03-31T21:00Z')).to.equal('2026-04-30T21:00:00.000Z');
    expect(calendar('quarter', '2026-11-22T12:00Z')).to.equal('2026-12-31T22:00:00.000Z');
    expect(calendar('year', '2026-11-22T12:00Z', 365)).to.equal('2027-12-31T22:00:00.000Z');
    expect(expiryOf(0, undefined, ZONE)).to.equal(null);
    expect(expiryOf(5, { model: 'rolling', days: 1.5 }, ZONE)).to.equal(5 + 1.5 * DAY);
  });

  it('slides with every act before the end, and not after it', () => {
    const lot = { openedAt: 0, slidingMs: 10 };
    expect(slideExpiry(lot, [])).to.equal(10);
    expect(slideExpiry(lot, [18, 9])).to.equal(28);
    expect(slideExpiry(lot, [10, 9])).to.equal(20);
    expect(slideExpiry(lot, [11])).to.equal(10);
  });
});

describe('earning rule', () => {
  const order: EarningOrder = {
    total: { value: 2550, currency: 'EUR' },
    lines: [{ productId: 'bulb', category: 'garden', quantity: 2, unitPrice: 900 }],
    placedAt: Date.UTC(2026, 2, 1),
    firstOrder: false,
    tier: 'gold',
  };
  const rules = {
    currency: 'EUR',
    zone: ZONE,
    earn: [{ id: 'r', on: 'order_placed', points: 2, per: 100 }],
  } as const;
  const program = { ...rules, earn: [...rules.earn] };

  it('counts full units only, multiplies by the highest that holds, stops at its maximum', () => {
    expect(earnByOrder(program, order)).to.deep.equal([{ rule: 'r', unit: 'points', points: 50 }]);
    const tiers = { levels: [{ id: 'gold', label: {}, from: 0, times: 1.5 }] };
    expect(earnByOrder({ ...program, tiers }, order)[0]?.points).to.equal(75);
    const multipliers = [{ id: 'm', times: 2, tiers: ['gold'] }];
    expect(earnByOrder({ ...program, tiers, multipliers }, order)[0]?.points).to.equal(100);
    const capped = { ...program, earn: [{ ...rules.earn[0], maxPoints: 30 }] };
    expect(earnByOrder(capped, order)[0]?.points).to.equal(30);
  });

  it('earns nothing in another currency, below the least total, or out of season', () => {
    expect(earnByOrder(program, { ...order, total: { value: 2550, currency: 'USD' } })).to.deep.equal([]);
    const least = { ...program, earn: [{ ...rules.earn[0], minTotal: 2551 }] };
    expect(earnByOrder(least, order)).to.deep.equal([]);
    const over = { ...program, earn: [{ ...rules.earn[0], schedule: { to: '2026-03-01T00:00' } }] };
    expect(earnByOrder(over, order)).to.deep.equal([]);
  });
});

describe('reversal rule', () => {
  const line = (productId: string, quantity: number, unitPrice: number, returned = 0) => ({
    productId,
    quantity,
    unitPrice,
    returned,
  });

  it('rounds in the shopper’s favour, and takes all when all came back', () => {
    const order = { total: 100, refunded: 34, lines: [] };
    expect(reversedPoints(40, { per: 1 }, order)).to.equal(13);
    expect(reversedPoints(40, { per: 'order' }, order)).to.equal(0);
    expect(reversedPoints(40, { per: 'order' }, { ...order, refunded: 100 })).to.equal(40);
  });

  it('looks at what came back of the goods that the rule is about', () => {
    const lines = [line('bulb', 3, 200, 1), line('mug', 1, 400)];
    const order = { total: 1000, refunded: 200, lines };
    expect(reversedPoints(30, { per: 'unit', products: ['bulb'] }, order)).to.equal(10);
    expect(reversedPoints(30, { per: 100, products: ['mug'] }, order)).to.equal(0);
  });
});

describe('tier rule', () => {
  const tiers = {
    levels: [
      { id: 'a', label: {}, from: 0 },
      { id: 'b', label: {}, from: 100 },
      { id: 'c', label: {}, from: 500 },
    ],
  };

  it('counts a window, and keeps what was reached for the days of grace', () => {
    const earned = [{ t: 0, points: 120 }];
    expect(tierStanding(tiers, earned, 364 * DAY).tier?.id).to.equal('b');
    const grace = tierStanding(tiers, earned, 370 * DAY);
    expect([grace.tier?.id, grace.points, grace.keepUntil]).to.deep.equal(['b', 0, 395 * DAY]);
    expect(tierStanding(tiers, earned, 395 * DAY - 1).tier?.id).to.equal('b');
    expect(tierStanding(tiers, earned, 395 * DAY).tier?.id).to.equal('a');
  });

  it('tells what is missing to the next tier above the own', () => {
    const standing = tierStanding(tiers, [{ t: 0, points: 130 }], DAY);
    expect([standing.next?.tier.id, standing.next?.missing]).to.deep.equal(['c', 370]);
    expect(tierStanding(tiers, [{ t: 0, points: 600 }], DAY).next).to.equal(null);
    expect(tierStanding({ levels: tiers.levels.slice(1) }, [], DAY).tier).to.equal(null);
  });

  it('names the tiers of a rise', () => {
    const ids = (from: string | null, to: string | null, skipped?: 'highestOnly'): string[] =>
      enteredTiers({ ...tiers, ...(skipped && { skipped }) }, from, to).map(({ id }) => id);
    expect(ids('a', 'c')).to.deep.equal(['b', 'c']);
    expect(ids('a', 'c', 'highestOnly')).to.deep.equal(['c']);
    expect(ids(null, 'a')).to.deep.equal(['a']);
    expect(ids('c', 'a')).to.deep.equal([]);
  });
});

describe('order rule', () => {
  const walk = (...words: readonly (readonly [OrderState, number, number?])[]) =>
    words.reduce(
      (progress, [status, at, refunded = 0]) => advanceOrder(progress, { status, at, refunded, total: 100 }),
      newOrder,
    );

  it('takes words twice and out of order', () => {
    const progress = walk(['shipped', 1], ['paid', 2], ['paid', 9], ['delivered', 3], ['shipped', 8]);
    expect(progress).to.deep.equal({
      paidAt: 2,
      shippedAt: 1,
      deliveredAt: 3,
      cancelledAt: null,
      refunded: 0,
    });
    expect(orderState(progress, 100)).to.equal('delivered');
  });

  it('lets refunds grow only, and a cancelled order stay so', () => {
    const part = walk(['paid', 1], ['partially-returned', 2, 40], ['partially-returned', 3, 20]);
    expect([part.refunded, orderState(part, 100)]).to.deep.equal([40, 'partially-returned']);
    expect(orderState(walk(['paid', 1], ['returned', 2]), 100)).to.equal('returned');
    expect(orderState(walk(['cancelled', 1], ['paid', 2]), 100)).to.equal('cancelled');
  });

  it('frees points so long after the step that counts', () => {
    const progress = walk(['paid', 5], ['delivered', 7]);
    expect(availableAt(progress, undefined)).to.equal(5);
    expect(availableAt(progress, { after: 'delivered', days: 14 })).to.equal(7 + 14 * DAY);
    expect(availableAt(walk(['paid', 5]), { after: 'delivered', days: 14 })).to.equal(null);
  });
});
