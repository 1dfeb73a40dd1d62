import type { Operator } from '@regulars/schema';
import { maxDepth, maxNodes } from './evaluate-condition.ts';
import { operatorTable } from './operators.ts';
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
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;
const optional = (value: unknown, type: string): boolean => value === undefined || typeof value === type;

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
      need(isText(use) && Object.hasOwn(audiences, use), 'audience-unknown', `${at}.use`);
      visit(audiences[use], `${at}.use(${use})`, depth + 1);
    } else if (attr !== undefined) {
      need(isText(attr), 'condition-invalid', at);
      need(
        isText(op) && Object.hasOwn(operatorTable, op satisfies string as Operator),
        'operator-unknown',
        `${at}.op`,
      );
    } else need(isText(did), 'condition-unknown', at);
  };
  visit(root, 'audience', 0);
}

function checkTriggers(trigger: unknown): void {
  const list = [trigger].flat();
  need(list.length, 'trigger-missing');
  list.forEach((one, index) => {
    const { on, path, pageType, event, selector, ms } = isPlainObject(one) ? one : {};
    const known =
      (on === 'page' && optional(path, 'string') && optional(pageType, 'string')) ||
      (on === 'event' && isText(event)) ||
      (on === 'click' && isText(selector)) ||
      (on === 'delay' && typeof ms === 'number');
    need(known, 'trigger-unknown', `trigger[${index}]`);
  });
}

const isList = (value: unknown, test: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(test);

/** What each widget's props must have so that nothing behind them breaks. */
const widgetChecks: Readonly<Record<string, (props: Plain, pools: Plain) => boolean>> = {
  tour: ({ steps }) =>
    isList(
      steps,
      (step) => isPlainObject(step) && isText(step.id) && isText(step.body) && optional(step.page, 'string'),
    ),
  carousel: ({ strategy }) => isText(strategy),
  wallet: () => true,
  wheel: ({ draw }, pools) =>
    isText(draw) &&
    Object.hasOwn(pools, draw) &&
    isPlainObject(pools[draw]) &&
    Array.isArray(pools[draw].prizes),
};

function checkWidget(widget: unknown, pools: Plain, at: string): void {
  need(isPlainObject(widget) && isText(widget.type), 'widget-unknown', at);
  const check = Object.hasOwn(widgetChecks, widget.type) ? widgetChecks[widget.type] : undefined;
  need(check, 'widget-unknown', `${at}.type`);
  need(isPlainObject(widget.props) && check(widget.props, pools), 'widget-props-invalid', `${at}.props`);
}

function checkExperiment(experiment: unknown, pools: Plain): void {
  if (experiment === undefined) return;
  const { seed, coverage = 1, variants } = isPlainObject(experiment) ? experiment : {};
  const isVariant = (one: unknown): boolean => isPlainObject(one) && isText(one.id) && isShare(one.weight);
  need(isText(seed) && isShare(coverage) && isList(variants, isVariant), 'experiment-invalid', 'experiment');
  (variants as readonly Plain[]).forEach(({ widget }, index) => {
    if (widget !== undefined) checkWidget(widget, pools, `experiment.variants[${index}].widget`);
  });
}

const isCap = (cap: unknown): boolean =>
  cap === undefined || (isPlainObject(cap) && typeof cap.max === 'number' && typeof cap.days === 'number');

function checkFrequency(frequency: unknown): void {
  const { maxShows, cap, maxDismissals, stopOn = ['completed'] } = isPlainObject(frequency) ? frequency : {};
  const known =
    (frequency === undefined || isPlainObject(frequency)) &&
    optional(maxShows, 'number') &&
    optional(maxDismissals, 'number') &&
    isCap(cap) &&
    Array.isArray(stopOn) &&
    stopOn.every((one) => one === 'completed' || one === 'clicked' || one === 'dismissed');
  need(known, 'frequency-invalid', 'frequency');
}

const isTexts = (texts: unknown): boolean =>
  isPlainObject(texts) &&
  Object.values(texts).every(
    (one) =>
      typeof one === 'string' ||
      (isPlainObject(one) && Object.values(one).every((form) => typeof form === 'string')),
  );

/** Refuses a copied campaign that could not be decided or shown safely. Unknown keys are ignored. */
export function checkCampaign(campaign: Plain, document: Plain, zone: string): void {
  const { id, status, priority, tags, purpose, audience, schedule, placement, content, holdout } = campaign;
  const [audiences, pools] = [document.audiences, document.pools].map((one) =>
    isPlainObject(one) ? one : {},
  );
  need(isText(id) && id.length <= 64, 'id-invalid', 'id');
  need(isText(status), 'status-invalid', 'status');
  need(optional(priority, 'number') && optional(purpose, 'string'), 'field-invalid', 'priority');
  need(tags === undefined || (Array.isArray(tags) && tags.every(isText)), 'field-invalid', 'tags');
  need(holdout === undefined || isShare(holdout), 'field-invalid', 'holdout');
  if (audience !== undefined) checkCondition(audience, audiences ?? {});
  checkTriggers(campaign.trigger);
  const { from, to, zone: own } = isPlainObject(schedule) ? schedule : {};
  const times = optional(from, 'string') && optional(to, 'string') && optional(own, 'string');
  const dates = times ? (schedule as { readonly from?: string } | undefined) : undefined;
  need(times && scheduleState(dates, 0, zone) !== 'invalid', 'schedule-invalid', 'schedule');
  const { slot, overlay } = isPlainObject(placement) ? placement : {};
  need(isText(slot) !== isText(overlay), 'placement-invalid', 'placement');
  need(isPlainObject(content) && Object.values(content).every(isTexts), 'content-invalid', 'content');
  checkFrequency(campaign.frequency);
  checkWidget(campaign.widget, pools ?? {}, 'widget');
  checkExperiment(campaign.experiment, pools ?? {});
}
