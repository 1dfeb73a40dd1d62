import { assert } from 'chai';
import { supportCode } from '../support-code.ts';
import { daysToProof, differenceOf, rateInterval } from './difference-rule.ts';
import { sampleRatio } from './sample-ratio-rule.ts';

describe('results of a campaign', () => {
  it('C15 flags a sample ratio at p 0.001: 5,000 against 5,200 fits, 4,821 against 5,179 does not', () => {
    const fits = sampleRatio([5000, 5200], [0.5, 0.5]);
    const off = sampleRatio([4821, 5179], [1, 1]);
    assert.deepEqual([fits?.chiSquare.toFixed(2), fits?.isOff], ['3.92', false]);
    assert.deepEqual([off?.chiSquare.toFixed(2), off?.isOff], ['12.82', true]);
    assert.equal(sampleRatio([3, 4], [1, 1]), null);
    assert.equal(sampleRatio([300], [1]), null);
    assert.equal(sampleRatio([100, 900, 0], [0.1, 0.9, 0])?.isOff, false);
  });

  it('gives the interval of a difference as Newcombe published it', () => {
    // Newcombe 1998, table II, method 10: 56/70 against 48/80 is 0.2000, 0.0524 to 0.3339.
    const found = differenceOf({ people: 70, goals: 56 }, { people: 80, goals: 48 });
    assert.deepEqual(
      [found?.difference, found?.low, found?.high].map((one) => one?.toFixed(4)),
      ['0.2000', '0.0524', '0.3339'],
    );
    assert.equal(differenceOf({ people: 0, goals: 0 }, { people: 5, goals: 1 }), null);
    // Wilson 81/263, as Newcombe cites it: 0.2553 to 0.3662.
    assert.deepEqual(
      rateInterval({ people: 263, goals: 81 }).map((one) => one.toFixed(4)),
      ['0.2553', '0.3662'],
    );
  });

  it('says how many more days a difference needs', () => {
    // 2 % against 1 %: 7.849 * (0.0196 + 0.0099) / 0.0001 = 2,315.4 people an arm; 500 came in 10 days.
    assert.equal(daysToProof({ people: 500, goals: 10 }, { people: 500, goals: 5 }, 10), 37);
    assert.equal(daysToProof({ people: 500, goals: 5 }, { people: 500, goals: 5 }, 10), null);
  });

  it('makes a code of six characters that can be read out', () => {
    const codes = new Set(Array.from({ length: 2000 }, (_, at) => supportCode(`visitor-${at}`)));
    assert.isTrue(codes.size > 1990);
    for (const code of codes) assert.match(code, /^[0-9A-HJKMNP-TV-Z]{6}$/);
  });
});
