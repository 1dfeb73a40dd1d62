import { expect } from 'chai';
import { backoffMs, MAX_BACKOFF_MS } from './backoff-rule.ts';
import { cutBatch } from './batch-rule.ts';
import { chooseEviction } from './retention-rule.ts';
import type { Segment } from './segment.ts';

const NOW_MS = 1_700_000_000_000;
const limits = { maxEvents: 10, maxBytes: 100_000, maxEventBytes: 1000, maxAgeMs: 1000 };
const segment = (events: readonly { id: string; t?: number; text?: string }[], prio = 1): Segment => ({
  t: NOW_MS,
  n: events.length,
  bytes: 100,
  prio,
  ev: JSON.stringify(events.map((event) => ({ t: NOW_MS, ...event }))),
});
const ids = (batch: { readonly events: readonly { id: string }[] }): string[] =>
  batch.events.map(({ id }) => id);

describe('batch rule', () => {
  const rows = [
    [4, segment([{ id: 'a' }, { id: 'b' }])],
    [7, segment([{ id: 'c' }, { id: 'd' }])],
  ] as const;

  it('goes on behind the position, also in the middle of a segment', () => {
    const batch = cutBatch(rows, { off: 4, i: 1 }, NOW_MS, limits);
    expect([ids(batch), batch.to]).to.deep.equal([['b', 'c', 'd'], { off: 7, i: 2 }]);
  });

  it('cuts at the number of events, and at the bytes but never below one event', () => {
    const three = cutBatch(rows, { off: 0, i: 0 }, NOW_MS, { ...limits, maxEvents: 3 });
    expect([ids(three), three.to]).to.deep.equal([['a', 'b', 'c'], { off: 7, i: 1 }]);
    const one = cutBatch(rows, { off: 0, i: 0 }, NOW_MS, { ...limits, maxBytes: 10 });
    expect([ids(one), one.to]).to.deep.equal([['a'], { off: 4, i: 1 }]);
  });

  it('counts what it passes over: a batch is never longer than its limit', () => {
    const log = [[1, segment([...'abc'].map((id) => ({ id, t: NOW_MS - 1001 })))]] as const;
    const batch = cutBatch(log, { off: 0, i: 0 }, NOW_MS, { ...limits, maxEvents: 2 });
    expect([batch.refused.length, batch.to]).to.deep.equal([2, { off: 1, i: 2 }]);
  });

  it('passes over what the destination can never take', () => {
    const log = [
      [1, segment([{ id: 'old', t: NOW_MS - 1001 }, { id: 'ok' }, { id: 'big', text: 'x'.repeat(999) }])],
    ] as const;
    const batch = cutBatch(log, { off: 0, i: 0 }, NOW_MS, limits);
    expect(ids(batch)).to.deep.equal(['ok']);
    expect(batch.refused.map(([{ id }, reason]) => [id, reason])).to.deep.equal([
      ['old', 'expired'],
      ['big', 'too-large'],
    ]);
    expect(batch.to).to.deep.equal({ off: 1, i: 3 });
  });
});

describe('retention rule', () => {
  const rows = [
    [1, { t: NOW_MS - 50, n: 2, bytes: 10, prio: 3 }],
    [2, { t: NOW_MS, n: 2, bytes: 10, prio: 4 }],
    [3, { t: NOW_MS, n: 2, bytes: 10, prio: 0 }],
    [4, { t: NOW_MS, n: 2, bytes: 10, prio: 3 }],
    [5, { t: NOW_MS - 2000, n: 2, bytes: 10, prio: 4 }],
  ] as const;
  const keep = { maxAgeMs: 1000, maxEvents: 100, maxBytes: 1000 };

  it('J32 takes what is too old whatever its priority, and counts it when nobody confirmed it', () => {
    expect(chooseEviction(rows, 2, NOW_MS, keep)).to.deep.equal({ offs: [5], lost: { expired: 2 } });
  });

  it('takes the delivered first, then low priorities, never priority 4', () => {
    expect(chooseEviction(rows, 2, NOW_MS, { ...keep, maxEvents: 6 })).to.deep.equal({
      offs: [5, 1],
      lost: { expired: 2 },
    });
    expect(chooseEviction(rows, 2, NOW_MS, { ...keep, maxBytes: 0 })).to.deep.equal({
      offs: [5, 1, 3, 4],
      lost: { expired: 2, full: 4 },
    });
  });

  it('J29 keeps to a limit of one event, but for what must never go', () => {
    const { offs } = chooseEviction(rows, 0, NOW_MS, { ...keep, maxEvents: 1 });
    expect(offs).to.deep.equal([5, 3, 1, 4]);
  });

  it('leaves alone what is under way, which may arrive all the same', () => {
    expect(chooseEviction(rows, 2, NOW_MS, { ...keep, maxBytes: 0 }, { room: 4, age: 2 })).to.deep.equal({
      offs: [5, 1, 4],
      lost: { expired: 2, full: 2 },
    });
    expect(chooseEviction(rows, 2, NOW_MS, keep, { room: 4, age: 6 })).to.deep.equal({ offs: [], lost: {} });
  });
});

describe('backoff rule', () => {
  it('J11 doubles its ceiling from a second to five minutes, and takes any share of it', () => {
    expect([1, 2, 3, 20].map((fails) => backoffMs(fails, 1))).to.deep.equal([
      1000,
      2000,
      4000,
      MAX_BACKOFF_MS,
    ]);
    expect(backoffMs(5, 0)).to.equal(0);
  });
});
