import type { Campaign, Widget } from '@regulars/schema';
import { maxDepth, maxNodes } from './evaluate-with.ts';
import { operatorTable } from './operator-table.ts';
import { scheduleState } from './schedule-rule.ts';

/** A plain object without a prototype, as `copySafely` makes them. */
export type Plain = Readonly<Record<string, unknown>>;

/** Why something is refused: thrown inside the compiler alone, which turns it into a problem. */
export class Refusal {
  readonly code: string;
  readonly at: string;
  constructor(code: string, at = '') {
    this.code = code;
    this.at = at;
  }
}

const maxStringLength = 10_000;
/** Deeper than any valid document: an audience of 8 levels inside an experiment of a campaign. */
const maxCopyDepth = 24;

/**
 * Copies JSON data to objects without a prototype, own keys alone, `__proto__` left out.
 * Throws a `Refusal` when a string is longer than 10 kB or the nesting too deep (a cycle ends there as well).
 */
export function copySafely(value: unknown, depth = 0): unknown {
  if (typeof value === 'string' && value.length > maxStringLength) throw new Refusal('string-too-long');
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
  if (depth > maxCopyDepth) throw new Refusal('too-deep');
  if (Array.isArray(value)) return value.map((one) => copySafely(one, depth + 1));
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value)) {
    if (key !== '__proto__') copy[key] = copySafely((value as Plain)[key], depth + 1);
  }
  return copy;
}

/** Whether a copied value is an object and no list. */
export const isPlainObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function need(holds: unknown, code: string, at = ''): asserts holds {
  if (!holds) throw new Refusal(code, at);
}
type Test = (value: unknown) => boolean;

const string: Test = (value) => typeof value === 'string';
const number: Test = (value) => typeof value === 'number';
const text = (value: unknown): value is string => typeof value === 'string' && value !== '';
const share: Test = (value) => typeof value === 'number' && value >= 0 && value <= 1;
const maybe =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
const list =
  (test: Test, least = 1): Test =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(test);
const record =
  (test: Test): Test =>
  (value) =>
    isPlainObject(value) && Object.values(value).every(test);
const shape =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value) =>
    isPlainObject(value) && Object.entries(tests).every(([key, test]) => test(value[key]));
/** Object whose field names one of the shapes. */
const union =
  (field: string, shapes: Readonly<Record<string, Test>>): Test =>
  (value) => {
    const name = isPlainObject(value) ? value[field] : undefined;
    return text(name) && Object.hasOwn(shapes, name) && shapes[name]?.(value) === true;
  };

/** Refuses conditions that are deeper than 8, have more than 200 nodes, an unknown operator, audience or node. */
export function checkCondition(root: unknown, audiences: Plain): void {
  let nodes = 0;
  const visit = (node: unknown, at: string, depth: number): void => {
    need(isPlainObject(node), 'condition-invalid', at);
    need(depth < maxDepth, 'condition-too-deep', at);
    need(++nodes <= maxNodes, 'condition-too-large', at);
    const { all, any, not, use, attr, op, did } = node;
    const list = all ?? any;
    if (list !== undefined) {
      need(Array.isArray(list), 'condition-invalid', at);
      list.forEach((one, index) => {
        visit(one, `${at}.${all ? 'all' : 'any'}[${index}]`, depth + 1);
      });
    } else if (not !== undefined) visit(not, `${at}.not`, depth + 1);
    else if (use !== undefined) {
      need(text(use) && Object.hasOwn(audiences, use), 'audience-unknown', `${at}.use`);
      visit(audiences[use], `${at}.use(${use})`, depth + 1);
    } else if (attr !== undefined) {
      need(text(attr), 'condition-invalid', at);
      need(text(op) && Object.hasOwn(operatorTable, op), 'operator-unknown', `${at}.op`);
    } else need(text(did), 'condition-unknown', at);
  };
  visit(root, 'audience', 0);
}

const trigger = union('on', {
  page: shape({ path: maybe(string), pageType: maybe(string) }),
  event: shape({ event: text }),
  click: shape({ selector: text }),
  delay: shape({ ms: number }),
});
const cap = shape({ max: number, days: number });
const step = shape({ id: text, body: text, page: maybe(string) });

/** What each widget must have so that nothing behind it breaks: required props, by test. */
const bare = {};
const game = { draw: text };
type Needed = Readonly<Record<string, Test>>;
const props: Readonly<Record<Widget['type'], Needed> & Record<string, Needed>> = {
  tour: { steps: list(step) },
  announcement: { form: text, body: text },
  checklist: { missions: list(shape({ id: text, title: text, event: text })) },
  hint: { body: text },
  launcher: { links: maybe(list(shape({ label: text, url: text }), 0)) },
  carousel: { strategy: text },
  wallet: bare,
  prizes: bare,
  coupon: bare,
  tier: bare,
  badges: bare,
  streak: bare,
  quest: bare,
  leaderboard: bare,
  progress: bare,
  referral: bare,
  countdown: bare,
  wheel: game,
  scratch: game,
  box: game,
  reels: game,
  quiz: { questions: list(shape({ text, answers: list(text, 2) })) },
};
const widgets: Readonly<Record<string, Test>> = Object.fromEntries(
  Object.entries(props).map(([type, needed]) => [type, shape({ props: shape(needed) })]),
);

/** What each field of a campaign must be. Unknown fields are ignored. */
const fields: Readonly<Record<string, Test>> = {
  id: (value) => text(value) && value.length <= 64,
  status: text,
  priority: maybe(number),
  purpose: maybe(string),
  tags: maybe(list(text, 0)),
  holdout: maybe(share),
  trigger: (value) => list(trigger)([value].flat()),
  schedule: maybe(shape({ from: maybe(string), to: maybe(string), zone: maybe(string) })),
  frequency: maybe(
    shape({
      maxShows: maybe(number),
      maxDismissals: maybe(number),
      cap: maybe(cap),
      stopOn: maybe(list((one) => text(one) && ['completed', 'clicked', 'dismissed'].includes(one), 0)),
    }),
  ),
  placement: (value) => shape({ slot: text })(value) !== shape({ overlay: text })(value),
  content: record(record((one) => string(one) || record(string)(one))),
  widget: union('type', widgets),
  experiment: maybe(
    shape({
      seed: text,
      coverage: maybe(share),
      variants: list(shape({ id: text, weight: share, widget: maybe(union('type', widgets)) })),
    }),
  ),
};

/** Refuses a copied campaign that could not be decided or shown safely. */
export function checkCampaign(campaign: Plain, audiences: Plain, zone: string): void {
  const { widget, audience, schedule } = campaign;
  const type = isPlainObject(widget) ? widget.type : undefined;
  need(text(type) && Object.hasOwn(widgets, type), 'widget-unknown', 'widget.type');
  for (const [field, test] of Object.entries(fields)) need(test(campaign[field]), `${field}-invalid`, field);
  if (audience !== undefined) checkCondition(audience, audiences);
  need(
    scheduleState(schedule as Campaign['schedule'], 0, zone) !== 'invalid',
    'schedule-invalid',
    'schedule',
  );
}
