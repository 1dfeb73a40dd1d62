import type { Campaign, Schedule } from '@regulars/schema';
import type { DecideInput, DecisionStep, Judgement, Reason } from './decision.ts';

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

function judge(campaign: Campaign, input: DecideInput): Judgement {
  const { id, status, schedule = {}, audience, purpose = 'personalization', experiment } = campaign;
  const by = input.fired(id);
  const slot = slotOf(campaign);
  const asked = by === 'asked';
  // What was decided on an earlier page is not decided again.
  const exempt = asked || by === 'resumed';
  const reasons: Reason[] = [];
  const pass = (step: DecisionStep, refusal: string | false | null, why: string, more?: object): boolean => {
    reasons.push({ step, ok: !refusal, why: refusal || why, ...more });
    return !refusal;
  };
  const belongs = (): boolean => {
    if (exempt || !audience) return pass('audience', null, exempt ? by : 'everybody');
    const { result, trace } = input.audience?.(audience) ?? { result: null, trace: [] };
    return pass('audience', result !== true && `${result ?? 'unknown'}`, 'true', { trace });
  };
  const judged = { campaign, slot, reasons, by, widget: campaign.widget, holdout: false };
  if (!pass('trigger', by === 'no' ? 'not-fired' : by === 'cancelled' && by, by))
    return { ...judged, outcome: by === 'no' ? 'waiting' : 'refused' };
  const may =
    pass(
      'status',
      status === 'live' || status === 'scheduled' ? input.paused(id) : `status:${status}`,
      status,
    ) &&
    pass('schedule', scheduleRefusal(status, schedule, input), 'open') &&
    // What the visitor asked for needs no leave to open by itself.
    pass('consent', !asked && input.consent(campaign), asked ? by : purpose) &&
    pass('quiet', !asked && input.quiet(campaign), asked ? by : 'not-quiet') &&
    pass('placement', input.placement(campaign), slot) &&
    belongs();
  if (!may) return { ...judged, outcome: 'refused' };
  const { held, variantId } = input.arm?.(campaign) ?? { held: null, variantId: null };
  const holdout = !exempt && held !== null;
  pass('experiment', null, holdout ? held : variantId ? `variant:${variantId}` : 'none');
  const failed = input.failed[id];
  const free = pass('caps', !exempt && input.cap(campaign), exempt ? by : 'free');
  if (free && failed) reasons.push(failed);
  const widget = experiment?.variants.find((one) => one.id === variantId)?.widget ?? campaign.widget;
  const outcome = free && !failed ? 'won' : 'refused';
  return { ...judged, widget, ...(variantId ? { variantId } : {}), holdout, outcome };
}

/**
 * Decides all campaigns of a compiled document: who may open now, and for each the reasons in the order of decisions.
 * At most one wins each place: asked first, then the higher priority, the least recently shown, the id.
 */
export function decide(input: DecideInput): readonly Judgement[] {
  const judged = input.document.campaigns.map((campaign) => judge(campaign, input));
  const rank = ({ by }: Judgement): number => ['fired', 'resumed', 'asked'].indexOf(by);
  const ranked = judged
    .filter(({ outcome }) => outcome === 'won')
    .sort(
      (one, other) =>
        rank(other) - rank(one) ||
        (other.campaign.priority ?? 0) - (one.campaign.priority ?? 0) ||
        input.lastShown(one.campaign.id) - input.lastShown(other.campaign.id) ||
        (one.campaign.id < other.campaign.id ? -1 : 1),
    );
  const best = new Map<string, Judgement>();
  for (const one of ranked) if (!best.has(one.slot)) best.set(one.slot, one);
  return judged.map((one) => {
    if (one.outcome !== 'won') return one;
    const { by, slot, campaign, reasons } = one;
    const holder = input.taken[slot];
    const busy = by !== 'asked' && holder !== undefined && holder !== campaign.id;
    const exclusion = { step: 'exclusion', ok: !busy, why: busy ? `taken:${holder}` : 'free' } as const;
    if (busy) return { ...one, outcome: 'outranked', reasons: [...reasons, exclusion] };
    const first = best.get(slot);
    const ok = first === one;
    const why = ok ? `${campaign.priority ?? 0}` : `outranked:${first?.campaign.id}`;
    const outcome = ok ? 'won' : 'outranked';
    return { ...one, outcome, reasons: [...reasons, exclusion, { step: 'priority', ok, why }] };
  });
}
