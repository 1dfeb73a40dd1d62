import type { Referral } from '@regulars/schema';
import { expect } from 'chai';
import { birthdayIn, dueAnniversary, dueBirthday, readMonthDay } from './birthday-rule.ts';
import { dateOfDay } from './day-rule.ts';
import { boardWindow, rankScores } from './leaderboard-rule.ts';
import { readNickname } from './nickname-rule.ts';
import { judgeReferral, type ReferralCase } from './referral-rule.ts';

const DAY_MS = 86_400_000;
const zone = 'Europe/Sofia';
const at = (text: string): number => Date.parse(text);

describe('birthday rule', () => {
  const leap = { month: 2, day: 29 };

  it('W54 gives whoever is born on 29 February one gift a year, also when the date is edited', () => {
    expect(dateOfDay(birthdayIn(2025, leap))).to.equal('2025-02-28');
    expect(dateOfDay(birthdayIn(2025, leap, 'mar1'))).to.equal('2025-03-01');
    expect(dateOfDay(birthdayIn(2028, leap, 'mar1'))).to.equal('2028-02-29');
    const who = { born: leap, setAt: at('2024-01-01T00:00Z'), lastGiftAt: null };
    const now = at('2025-02-28T12:00Z');
    expect(dueBirthday(who, {}, { now, zone })).to.equal(2025);
    expect(dueBirthday({ ...who, lastGiftAt: now }, {}, { now, zone })).to.equal(null);
    // Edited twice within the year: the second date gives nothing.
    const moved = { born: { month: 6, day: 1 }, setAt: at('2025-05-01T00:00Z'), lastGiftAt: now };
    expect(dueBirthday(moved, {}, { now: at('2025-06-01T12:00Z'), zone })).to.equal(null);
    const newYear = {
      born: { month: 1, day: 2 },
      setAt: at('2025-03-02T00:00Z'),
      lastGiftAt: at('2025-12-30T12:00Z'),
    };
    expect(dueBirthday(newYear, {}, { now: at('2026-01-02T12:00Z'), zone })).to.equal(null);
    expect(dueBirthday(who, {}, { now: at('2028-02-29T12:00Z'), zone })).to.equal(2028);
  });

  it('begins and ends with the day of the zone, and makes up for six days', () => {
    const who = { born: { month: 3, day: 10 }, setAt: 0, lastGiftAt: null };
    const due = (now: string): number | null => dueBirthday(who, {}, { now: at(now), zone });
    expect(due('2026-03-09T21:59Z')).to.equal(null);
    expect(due('2026-03-09T22:00Z')).to.equal(2026);
    expect(due('2026-03-16T12:00Z')).to.equal(2026);
    expect(due('2026-03-17T12:00Z')).to.equal(null);
    const eve = { born: { month: 12, day: 30 }, setAt: 0, lastGiftAt: null };
    expect(dueBirthday(eve, {}, { now: at('2026-01-02T12:00Z'), zone })).to.equal(2025);
  });

  it('waits a year when the date came too late', () => {
    const who = { born: { month: 3, day: 10 }, setAt: at('2026-03-08T12:00Z'), lastGiftAt: null };
    const now = at('2026-03-10T12:00Z');
    expect(dueBirthday(who, {}, { now, zone })).to.equal(2026);
    expect(dueBirthday(who, { noticeDays: 7 }, { now, zone })).to.equal(null);
  });

  it('reads days that exist', () => {
    expect(readMonthDay('02-29')).to.deep.equal({ month: 2, day: 29 });
    for (const wrong of ['02-30', '13-01', '00-10', '1-1', '2026-01-01', '']) {
      expect(readMonthDay(wrong)).to.equal(null);
    }
  });

  it('celebrates years on their day and a number of days once', () => {
    const since = at('2024-02-29T12:00Z');
    const due = (now: string, after: Parameters<typeof dueAnniversary>[1]): number | null =>
      dueAnniversary(since, after, { now: at(now), zone });
    expect(due('2025-02-28T12:00Z', { years: 1 })).to.equal(1);
    expect(due('2025-03-20T12:00Z', { years: 1 })).to.equal(null);
    expect(due('2026-03-02T12:00Z', { years: 2 })).to.equal(1);
    expect(due('2025-02-28T12:00Z', { years: 2 })).to.equal(null);
    expect(due('2024-06-08T12:00Z', { days: 100 })).to.equal(1);
    expect(due('2024-06-07T12:00Z', { days: 100 })).to.equal(null);
  });
});

describe('referral rule', () => {
  const rule: Referral = {
    referrer: { type: 'points', points: 1 },
    friend: { type: 'none' },
    minTotal: 1000,
  };
  const now = at('2026-03-20T12:00Z');
  const fair: ReferralCase = {
    samePerson: false,
    sharedDevice: false,
    samePayment: null,
    sameAddress: false,
    ordersBefore: 0,
    referredAt: now - 5 * DAY_MS,
    order: { paidAt: now - DAY_MS, total: 2000, stands: true },
    recentlyRewarded: 0,
  };
  const judge = (more: Partial<ReferralCase>, own: Referral = rule): string => {
    const { verdict, reasons } = judgeReferral({ ...fair, ...more }, own, now);
    return [verdict, ...reasons].join(' ');
  };

  it('pays a fair recommendation once the order stands', () => {
    expect(judge({})).to.equal('pay');
    expect(judge({ order: null })).to.equal('wait no-order-yet');
    expect(judge({}, { ...rule, holdDays: 14 })).to.equal('wait on-hold');
  });

  it('refuses what is certainly none, with every reason', () => {
    expect(judge({ samePerson: true, sharedDevice: true })).to.equal('refuse self same-device');
    expect(judge({ samePayment: true })).to.equal('refuse same-payment');
    expect(judge({ ordersBefore: 1 })).to.equal('refuse not-new');
    expect(judge({ order: { paidAt: now, total: 999, stands: true } })).to.equal('refuse below-minimum');
    expect(judge({ order: { paidAt: now, total: 2000, stands: false } })).to.equal('refuse order-returned');
    expect(judge({ referredAt: now - 61 * DAY_MS, order: null })).to.equal('refuse too-late');
  });

  it('asks a colleague where it may be a family or a popular person', () => {
    expect(judge({ sameAddress: true })).to.equal('review same-address');
    expect(judge({ recentlyRewarded: 10 })).to.equal('review too-fast');
    expect(judge({ recentlyRewarded: 1 }, { ...rule, velocity: { max: 1, days: 7 } })).to.equal(
      'review too-fast',
    );
  });
});

describe('leaderboard rule', () => {
  it('ranks by score, then by who was first, then by id', () => {
    const ranked = rankScores([
      { id: 'late', score: 10, reachedAt: 2 },
      { id: 'b', score: 10, reachedAt: 1 },
      { id: 'a', score: 10, reachedAt: 1 },
      { id: 'best', score: 11, reachedAt: 9 },
      { id: 'nothing', score: 0, reachedAt: 0 },
    ]);
    expect(ranked.map(({ id, rank }) => `${rank} ${id}`)).to.deep.equal(['1 best', '2 a', '3 b', '4 late']);
  });

  it('opens weeks on Monday and months on the first, in the zone', () => {
    const now = at('2026-03-29T12:00Z');
    expect(boardWindow('month', now, zone)).to.deep.equal({
      from: at('2026-02-28T22:00Z'),
      to: at('2026-03-31T21:00Z'),
    });
    expect(boardWindow('week', now, zone)).to.deep.equal({
      from: at('2026-03-22T22:00Z'),
      to: at('2026-03-29T21:00Z'),
    });
    expect(boardWindow('all', now, zone)).to.deep.equal({ from: 0, to: null });
  });
});

describe('nickname rule', () => {
  it('takes names of any script', () => {
    for (const name of ['Ana', 'Мария 7', 'Łukasz_K', 'נועה'])
      expect(readNickname(name)).to.deep.equal({ nickname: name });
    expect(readNickname('  big   fern ')).to.deep.equal({ nickname: 'big fern' });
  });

  it('refuses addresses, numbers, foreign signs and banned words however dressed', () => {
    const problem = (name: string, banned: string[] = []): unknown =>
      Object(readNickname(name, banned)).problem;
    expect(problem('a')).to.equal('too-short');
    expect(problem('x'.repeat(25))).to.equal('too-long');
    expect(problem('ana@mail.bg')).to.equal('personal');
    expect(problem('call 0888 123 456')).to.equal('personal');
    expect(problem('<script>')).to.equal('signs');
    expect(problem('...')).to.equal('signs');
    for (const name of ['Admin', 'a d m i n', 'АDМIN', 'AdM1n', 'áđmin'.replace('đ', 'd'), 'Aadmmiin']) {
      expect(problem(name), name).to.equal('banned');
    }
    expect(problem('Parapet fan', ['parapet'])).to.equal('banned');
    expect(problem('Parapet fan')).to.equal(undefined);
  });
});
