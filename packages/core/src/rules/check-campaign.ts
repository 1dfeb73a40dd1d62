import type { Campaign, Widget } from '@regulars/schema';
import { checkCondition } from './check-condition.ts';
import {
  isPlainObject,
  list,
  maybe,
  need,
  number,
  type Plain,
  record,
  shape,
  share,
  string,
  type Test,
  text,
  union,
} from './check-shape.ts';
import { scheduleState } from './schedule-rule.ts';

const trigger = union('on', {
  page: shape({ path: maybe(string), pageType: maybe(string) }),
  event: shape({ event: text }),
  click: shape({ selector: text }),
  delay: shape({ ms: number }),
  selector: shape({ selector: text }),
  engaged: shape({ ms: number }),
  scroll: shape({ share }),
  exitIntent: shape({ minMs: maybe(number) }),
  idle: shape({ ms: number }),
  return: shape({ minAwayMs: maybe(number) }),
  noResults: shape({}),
});
/** So many in so many days, or per day, week or month of the calendar. */
export const isCap: Test = (value) =>
  shape({ max: number, days: number })(value) ||
  shape({ max: number, per: (one) => one === 'day' || one === 'week' || one === 'month' })(value);
const hour: Test = (value) => text(value) && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
const isWeekday: Test = (value) => text(value) && 'mon tue wed thu fri sat sun'.split(' ').includes(value);
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
  privacy: { parts: maybe(list(text)) },
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
  schedule: maybe(
    shape({
      from: maybe(string),
      to: maybe(string),
      zone: maybe(string),
      days: maybe(list(isWeekday)),
      hours: maybe(shape({ from: hour, to: hour })),
    }),
  ),
  version: maybe(number),
  cancelOn: maybe(list(text)),
  frequency: maybe(
    shape({
      maxShows: maybe(number),
      maxDismissals: maybe(number),
      cap: maybe(isCap),
      restDays: maybe(number),
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
      hashVersion: maybe((one) => one === 2),
      version: maybe(number),
      minVersion: maybe(number),
      group: maybe(shape({ id: text, from: share, to: share })),
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
