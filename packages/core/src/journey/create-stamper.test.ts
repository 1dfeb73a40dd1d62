import { expect } from 'chai';
import { createStamper } from './create-stamper.ts';

describe('stamper', () => {
  it('repeats no id on the next page of a test whose clock stands still', () => {
    const page = (): readonly string[] => {
      const stamp = createStamper({
        consent: {
          allows: () => true,
          granted: () => ['analytics'],
          state: () => 'answered',
          subscribe: () => () => {},
        },
        problems: { report: () => {} },
        now: () => 1_800_000_000_000,
        test: true,
      });
      return [1, 2].flatMap(() => {
        const event = stamp('cart_viewed', {}, true);
        return event ? [event.id, `${event.tab} ${event.tseq}`] : [];
      });
    };
    const found = [...page(), ...page()];
    expect(found).to.have.length(8);
    expect(new Set(found).size).to.equal(8);
  });
});
