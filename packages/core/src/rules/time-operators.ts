import type { Test, TimeOperator, Truth } from './operators.ts';
import { parseInstant } from './zoned-time.ts';

const time =
  (test: (fact: number, value: number) => Truth): Test =>
  (fact, value, env) => {
    const [a, b] = [fact, value].map((one) =>
      typeof one === 'number' ? one : typeof one === 'string' ? parseInstant(one, env.zone) : null,
    );
    return a == null || b == null ? null : test(a, b);
  };

/** What the operators of time mean; local dates are read in the zone of the facts. */
export const timeOperators: Readonly<Record<TimeOperator, Test>> = {
  before: time((a, b) => a < b),
  after: time((a, b) => a > b),
  withinLast: (fact, value, env) =>
    typeof value === 'number'
      ? time((at, now) => at <= now && at > now - value * 864e5)(fact, env.now, env)
      : null,
};
