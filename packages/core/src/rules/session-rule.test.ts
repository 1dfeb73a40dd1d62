import { expect } from 'chai';
import { isNewSession } from './session-rule.ts';

interface Vector {
  readonly what: string;
  readonly session: { readonly start: number; readonly last: number } | null;
  readonly at: number;
  readonly passive: boolean;
  readonly new: boolean;
}

const answer = await fetch(new URL('../../../../test/vectors/session-rule.json', import.meta.url));
const vectors: { readonly minutes: readonly Vector[] } = await answer.json();

const MINUTE_MS = 60_000;
const BASE_MS = 1_700_000_000_000;

describe('session rule', () => {
  for (const { what, session, at, passive, new: expected } of vectors.minutes) {
    it(what, () => {
      const ms = (minute: number): number => BASE_MS + minute * MINUTE_MS;
      const span = session && { startMs: ms(session.start), lastMs: ms(session.last) };
      expect(isNewSession(span, { t: ms(at), passive })).to.equal(expected);
    });
  }
});
