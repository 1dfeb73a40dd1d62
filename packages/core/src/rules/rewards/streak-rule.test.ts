import { expect } from 'chai';
import fc from 'fast-check';
import { dateOfDay, dayAfter, dayOf, isRealDay, startOfDay } from './day-rule.ts';
import { dueMilestones, foldStreak, type StreakRule, streakAt, unitOf } from './streak-rule.ts';

type Case = readonly [string, Partial<StreakRule>, readonly string[], string, number, boolean, string | null];

const vectors: { readonly cases: readonly Case[] } = await (
  await fetch(new URL('../../../../../test/vectors/streaks.json', import.meta.url))
).json();
const ruleOf = (more: Partial<StreakRule>): StreakRule => ({ every: 'day', grace: 0, zone: 'UTC', ...more });
const at = (text: string): number => Date.parse(text);
const fold = (rule: StreakRule, times: readonly string[], zones: readonly string[] = []) =>
  foldStreak(
    times.map((text, index) => ({
      t: at(text),
      unit: unitOf(at(text), { ...rule, zone: zones[index] ?? rule.zone }),
    })),
    rule,
  );

describe('streak rule', () => {
  for (const [name, more, acts, now, count, doneNow, keepUntil] of vectors.cases) {
    it(name, () => {
      const rule = ruleOf(more);
      const standing = streakAt(fold(rule, acts), at(now), rule);
      expect([standing.count, standing.doneNow, standing.keepUntil]).to.deep.equal([
        count,
        doneNow,
        keepUntil === null ? null : at(keepUntil),
      ]);
    });
  }

  it('W55 counts two days around a day of 23 hours in Sofia', () => {
    const rule = ruleOf({ zone: 'Europe/Sofia' });
    expect(fold(rule, ['2025-03-29T21:30Z', '2025-03-30T20:59Z']).count).to.equal(2);
    expect(dateOfDay(dayOf(at('2025-03-30T20:59Z'), rule))).to.equal('2025-03-30');
    expect(dateOfDay(dayOf(at('2025-03-30T21:00Z'), rule))).to.equal('2025-03-31');
    const day = dayOf(at('2025-03-30T12:00Z'), rule);
    expect(startOfDay(day + 1, rule) - startOfDay(day, rule)).to.equal(23 * 3_600_000);
  });

  it('W56 counts the day of 25 hours once', () => {
    const rule = ruleOf({ zone: 'Europe/Sofia' });
    expect(fold(rule, ['2025-10-25T21:30Z', '2025-10-26T21:30Z']).count).to.equal(1);
  });

  it('W57 goes on over the day that Apia never had', () => {
    const rule = ruleOf({ zone: 'Pacific/Apia' });
    expect(fold(rule, ['2011-12-30T09:59Z', '2011-12-30T10:00Z']).count).to.equal(2);
    const before = dayOf(at('2011-12-30T09:59Z'), rule);
    expect(isRealDay(before + 1, rule.zone)).to.equal(false);
    expect(dateOfDay(dayAfter(before, rule.zone))).to.equal('2011-12-31');
  });

  it('W58 begins the day without a midnight once, at 04:00Z', () => {
    const rule = ruleOf({ zone: 'America/Santiago' });
    const day = dayOf(at('2025-09-07T12:00Z'), rule);
    expect(startOfDay(day, rule)).to.equal(at('2025-09-07T04:00Z'));
    expect(dayOf(at('2025-09-07T03:59:59Z'), rule)).to.equal(day - 1);
  });

  it('W59 lets the day begin at four, and bridges one missed day but not two', () => {
    const owl = ruleOf({ zone: 'Europe/Sofia', dayStart: '04:00' });
    expect(unitOf(at('2026-01-11T00:00Z'), owl)).to.equal(unitOf(at('2026-01-10T12:00Z'), owl));
    const frozen = ruleOf({ freeze: { start: 1, max: 1 } });
    const bridged = fold(frozen, ['2026-01-10T12:00Z', '2026-01-12T12:00Z']);
    expect([bridged.count, bridged.freezes]).to.deep.equal([2, 0]);
    expect(bridged.frozen.map(dateOfDay)).to.deep.equal(['2026-01-11']);
    expect(fold(frozen, ['2026-01-10T12:00Z', '2026-01-13T12:00Z']).count).to.equal(1);
  });

  it('W60 gives travellers no day and takes none', () => {
    const flight = ['2026-01-10T08:00Z', '2026-01-10T23:30Z', '2026-01-12T06:00Z'];
    const shop = ruleOf({ zone: 'Europe/Sofia' });
    // East to Tokyo, where it is tomorrow already, then west to Honolulu, where the 11th still lasts.
    const zones = ['Europe/Sofia', 'Asia/Tokyo', 'Pacific/Honolulu'];
    // In the shop's zone it is the 10th at ten and the 11th at half past one, wherever the device is.
    expect(fold(shop, flight.slice(0, 2)).count).to.equal(2);
    const device = ruleOf({ zone: 'Europe/Sofia', device: true });
    expect(fold(device, flight.slice(0, 2), zones).count).to.equal(1);
    expect(fold(device, flight, zones).count).to.equal(2);
    // Over the date line: the calendar jumps from the 10th to the 12th within 30 hours.
    const line = fold(
      device,
      ['2026-01-10T22:00Z', '2026-01-12T04:00Z'],
      ['Pacific/Pago_Pago', 'Pacific/Apia'],
    );
    expect(line.count).to.equal(2);
  });

  it('never counts two acts within 20 hours on device time, wherever they are', () => {
    const zones = ['Pacific/Apia', 'Pacific/Honolulu', 'Europe/Sofia', 'Asia/Tokyo', 'America/New_York'];
    const acts = fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...zones)), { maxLength: 30 });
    fc.assert(
      fc.property(acts, (steps) => {
        const rule = ruleOf({ device: true });
        let t = at('2026-01-01T00:00Z');
        const marks = steps.map(([hours, zone]) => {
          t += hours * 3_600_000;
          return { t, unit: unitOf(t, { ...rule, zone }) };
        });
        const state = foldStreak(marks, rule);
        const span = marks.length > 0 ? t - (marks[0]?.t ?? t) : 0;
        expect(state.longest).to.be.at.most(1 + span / (20 * 3_600_000));
      }),
    );
  });

  it('pays a milestone once per run, also when a late act lengthens the run', () => {
    const rule = ruleOf({});
    const run = fold(rule, ['2026-01-10T12:00Z', '2026-01-11T12:00Z', '2026-01-12T12:00Z']);
    expect(dueMilestones(run, [2, 3, 7], [])).to.deep.equal([2, 3]);
    const paid = [2, 3].map((count) => ({ count, unit: run.last?.unit ?? 0 }));
    const longer = fold(rule, [
      '2026-01-09T12:00Z',
      '2026-01-10T12:00Z',
      '2026-01-11T12:00Z',
      '2026-01-12T12:00Z',
    ]);
    expect(dueMilestones(longer, [2, 3, 4], paid)).to.deep.equal([4]);
    const again = fold(rule, ['2026-01-12T12:00Z', '2026-02-01T12:00Z', '2026-02-02T12:00Z']);
    expect(dueMilestones(again, [2], paid)).to.deep.equal([2]);
  });
});
