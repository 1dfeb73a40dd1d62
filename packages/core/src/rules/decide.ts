import type { Campaign, Schedule } from '@regulars/schema';
import type { DecideInput, DecisionStep, Fired, Judgement, Reason } from './decision.ts';

/** Whether a campaign lies over the page: the overlay, or one of its own places (`page-corner`, `page-hint`). */
export const isOverlay = ({ placement }: Campaign): boolean =>
  !('slot' in placement) || placement.slot.startsWith('page-');

/** Slot of a campaign; all overlays share one. */
export function slotOf({ placement }: Campaign): string {
  return 'slot' in placement ? placement.slot : 'overlay';
}

/** Why a compiled schedule is not open: `from` is included, `to` is not. What is not given compares as open. */
function scheduleRefusal(status: string, schedule: Schedule, { now, hours }: DecideInput): string | null {
  const { from, to } = schedule;
  if (status === 'scheduled' && !from) return 'no-start';
  if (from && now < Date.parse(from)) return 'before';
  if (to && now >= Date.parse(to)) return 'after';
  // Days and hours are asked by a calendar, which few documents need; without it nobody knows.
  return schedule.days || schedule.hours ? (hours ? hours(schedule) : 'hours-unknown') : null;
}

/** What most campaigns say at a step: one object for all of them. */
const usual: Readonly<Partial<Record<DecisionStep, Reason>>> = Object.fromEntries(
  (
    [
      ['trigger', 'fired'],
      ['status', 'live'],
      ['schedule', 'open'],
      ['consent', 'personalization'],
      ['quiet', 'not-quiet'],
      ['audience', 'everybody'],
      ['experiment', 'none'],
      ['caps', 'free'],
      ['exclusion', 'free'],
    ] as const
  ).map(([step, why]) => [step, Object.freeze({ step, ok: true, why })]),
);

/** Notes a step; answers whether it lets the campaign through. */
function pass(reasons: Reason[], step: DecisionStep, refusal: string | false | null, why: string): boolean {
  const known = refusal ? undefined : usual[step];
  reasons.push(known?.why === why ? known : { step, ok: !refusal, why: refusal || why });
  return !refusal;
}

/** Whether the visitor belongs; the step carries every node of the audience. */
function belongs({ audience }: Campaign, by: Fired, input: DecideInput, reasons: Reason[]): boolean {
  // What was decided on an earlier page is not decided again.
  const exempt = by === 'asked' || by === 'resumed';
  if (exempt || !audience) return pass(reasons, 'audience', null, exempt ? by : 'everybody');
  const found = input.audience?.(audience);
  const ok = found?.result === true;
  reasons.push({ step: 'audience', ok, why: `${found?.result ?? 'unknown'}`, trace: found?.trace ?? [] });
  return ok;
}

/** The steps up to the audience. */
function mayCompete(campaign: Campaign, by: Fired, input: DecideInput, reasons: Reason[]): boolean {
  const { id, status, schedule = {}, purpose = 'personalization' } = campaign;
  const asked = by === 'asked';
  const held = status === 'live' || status === 'scheduled' ? input.paused(id) : `status:${status}`;
  return (
    pass(reasons, 'status', held, status) &&
    pass(reasons, 'schedule', scheduleRefusal(status, schedule, input), 'open') &&
    // What the visitor asked for needs no leave to open by itself.
    pass(reasons, 'consent', !asked && input.consent(campaign), asked ? by : purpose) &&
    pass(reasons, 'quiet', !asked && input.quiet(campaign), asked ? by : 'not-quiet') &&
    pass(reasons, 'placement', input.placement(campaign), slotOf(campaign)) &&
    belongs(campaign, by, input, reasons)
  );
}

function judge(campaign: Campaign, input: DecideInput): Judgement {
  const { id, experiment } = campaign;
  const by = input.fired(id);
  const reasons: Reason[] = [];
  const of = (outcome: Judgement['outcome'], widget = campaign.widget, holdout = false): Judgement => ({
    campaign,
    slot: slotOf(campaign),
    outcome,
    reasons,
    widget,
    holdout,
    by,
  });
  if (!pass(reasons, 'trigger', by === 'no' ? 'not-fired' : by === 'cancelled' && by, by))
    return of(by === 'no' ? 'waiting' : 'refused');
  if (!mayCompete(campaign, by, input, reasons)) return of('refused');
  const exempt = by === 'asked' || by === 'resumed';
  const { held, variantId } = input.arm?.(campaign) ?? { held: null, variantId: null };
  const holdout = !exempt && held !== null;
  pass(reasons, 'experiment', null, holdout ? held : variantId ? `variant:${variantId}` : 'none');
  const failed = input.failed[id];
  const free = pass(reasons, 'caps', !exempt && input.cap(campaign), exempt ? by : 'free');
  if (free && failed) reasons.push(failed);
  const widget = experiment?.variants.find((one) => one.id === variantId)?.widget ?? campaign.widget;
  const judged = of(free && !failed ? 'won' : 'refused', widget, holdout);
  return variantId ? { ...judged, variantId } : judged;
}

const ranks: Readonly<Record<Fired, number>> = { no: 0, cancelled: 0, fired: 0, resumed: 1, asked: 2 };

/** Whether of two winners the first has the place. */
function comesFirst(one: Judgement, other: Judgement, { lastShown }: DecideInput): boolean {
  const [a, b] = [one.campaign, other.campaign];
  const order =
    ranks[one.by] - ranks[other.by] ||
    (a.priority ?? 0) - (b.priority ?? 0) ||
    lastShown(b.id) - lastShown(a.id);
  return order > 0 || (order === 0 && a.id < b.id);
}

/**
 * Decides all campaigns of a compiled document: who may open now, and for each the reasons in the order of decisions.
 * At most one wins each place: asked first, then the higher priority, the least recently shown, the id.
 */
export function decide(input: DecideInput): readonly Judgement[] {
  const judged = input.document.campaigns.map((campaign) => judge(campaign, input));
  const best = new Map<string, Judgement>();
  for (const one of judged) {
    const other = best.get(one.slot);
    if (one.outcome === 'won' && (!other || comesFirst(one, other, input))) best.set(one.slot, one);
  }
  return judged.map((one) => {
    if (one.outcome !== 'won') return one;
    const { by, slot, campaign } = one;
    const reasons = [...one.reasons];
    const holder = input.taken[slot];
    const busy = by !== 'asked' && holder !== undefined && holder !== campaign.id;
    if (!pass(reasons, 'exclusion', busy && `taken:${holder}`, 'free'))
      return { ...one, outcome: 'outranked', reasons };
    const first = best.get(slot);
    const ok = first === one;
    pass(reasons, 'priority', !ok && `outranked:${first?.campaign.id}`, `${campaign.priority ?? 0}`);
    return { ...one, outcome: ok ? 'won' : 'outranked', reasons };
  });
}
