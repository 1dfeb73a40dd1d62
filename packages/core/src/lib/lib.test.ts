import { expect } from 'chai';
import { localDayNumber, localInstant } from './calendar.ts';
import { secureChance } from './clock.ts';
import { createDisposer } from './disposer.ts';
import { createId } from './id.ts';
import { createSubscribable } from './subscribable.ts';

describe('calendar', () => {
  it('reads a local time before, in and after the hour that spring skips', () => {
    const at = (local: string): string => new Date(localInstant(local, 'Europe/Sofia')).toISOString();
    expect(at('2026-03-29T02:59')).to.equal('2026-03-29T00:59:00.000Z');
    expect(at('2026-03-29T03:30')).to.equal('2026-03-29T01:30:00.000Z');
    expect(at('2026-03-29T04:00')).to.equal('2026-03-29T01:00:00.000Z');
  });

  it('takes the first of the two hours in autumn', () => {
    const first = localInstant('2026-10-25T03:30', 'Europe/Sofia');
    expect(new Date(first).toISOString()).to.equal('2026-10-25T00:30:00.000Z');
  });

  it('changes the day at midnight of the zone', () => {
    const before = Date.UTC(2026, 5, 1, 20, 59);
    expect(localDayNumber(before, 'Europe/Sofia') + 1).to.equal(
      localDayNumber(before + 60_000, 'Europe/Sofia'),
    );
  });

  it('gives NaN for what is no date', () => {
    expect(localInstant('soon', 'Europe/Sofia')).to.be.NaN;
  });
});

describe('id', () => {
  it('is a UUIDv7 whose text sorts by time', () => {
    const ids = [1, 2, 3].map((ms) => createId(1_700_000_000_000 + ms, secureChance));
    for (const id of ids)
      expect(id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([...ids].sort()).to.deep.equal(ids);
    expect(Number.parseInt(ids[0]?.replaceAll('-', '').slice(0, 12) ?? '', 16)).to.equal(1_700_000_000_001);
  });
});

describe('id of a maker that counts', () => {
  it('differs and sorts within a millisecond, even when chance never changes', () => {
    const ids = [0, 1, 2, 4095, 4096].map((count) => createId(1_700_000_000_000, () => 0.5, count));
    expect(new Set(ids.slice(0, 4)).size).to.equal(4);
    expect(ids.slice(0, 4)).to.deep.equal(ids.slice(0, 4).sort());
    for (const id of ids) expect(id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
  });
});

describe('subscribable', () => {
  it('tells every listener although one throws, and reports what it threw', () => {
    const failures: unknown[] = [];
    const heard: number[] = [];
    const list = createSubscribable<number>((cause) => failures.push(cause));
    list.add(() => {
      throw new Error('mine');
    });
    const stop = list.add((value) => heard.push(value));
    list.tell(1);
    stop();
    list.tell(2);
    expect(heard).to.deep.equal([1]);
    expect(failures).to.have.length(2);
  });
});

describe('disposer', () => {
  it('stops what was started, last first, once', () => {
    const order: string[] = [];
    const disposer = createDisposer();
    disposer.add(() => order.push('first'));
    disposer.add(() => order.push('second'));
    disposer.stop();
    disposer.stop();
    expect(order).to.deep.equal(['second', 'first']);
  });
});
