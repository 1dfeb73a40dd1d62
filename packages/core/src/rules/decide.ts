import type { Campaign, Condition } from '@regulars/schema';
import type { DecideInput, DecisionStep, Judgement, Reason } from './decision.ts';

/** Whether a campaign lies over the page: the overlay, or one of its own places (`page-corner`, `page-hint`). */
export const isOverlay = ({ placement }: Campaign): boolean =>
  !('slot' in placement) || placement.slot.startsWith('page-');

/** Slot of a campaign; all overlays share one. */
export function slotOf({ placement }: Campaign): string {
  return 'slot' in placement ? placement.slot : 'overlay';
}

/** Notes a step; answers whether it lets the campaign through. */
type Pass = (step: DecisionStep, refusal: string | false | null, why: string) => boolean;

const noteOn =
  (reasons: Reason[]): Pass =>
  (step, refusal, why) => {
    reasons.push({ step, ok: !refusal, why: refusal || why });
    return !refusal;
  };

/** Whether the visitor belongs; the step carries every node of the audience. */
function belongs(audience: Condition, input: DecideInput, reasons: Reason[]): boolean {
  const { result, trace = [] } = input.audience?.(audience) ?? {};
  const ok = !!result;
  reasons.push({ step: 'audience', ok, why: `${result ?? 'unknown'}`, trace });
  return ok;
}

function judge(campaign: Campaign, input: DecideInput): Judgement {
  const { id, status, purpose = 'personalization', audience, experiment } = campaign;
  const slot = slotOf(campaign);
  const by = input.fired(id);
  const reasons: Reason[] = [];
  const pass = noteOn(reasons);
  const of = (outcome: Judgement['outcome'], widget = campaign.widget, holdout = false): Judgement => ({
    campaign,
    slot,
    outcome,
    reasons,
    widget,
    holdout,
    by,
  });
  if (!pass('trigger', by === 'no' ? 'not-fired' : by === 'cancelled' && by, by))
    return of(by === 'no' ? 'waiting' : 'refused');
  // What the visitor asked for needs no leave to open by itself.
  const asked = by === 'asked';
  // What was decided on an earlier page is not decided again.
  const exempt = asked || by === 'resumed';
  const isHeld = status !== 'live' && status !== 'scheduled';
  const competes =
    pass('status', isHeld ? `status:${status}` : input.paused(id), status) &&
    pass('schedule', input.schedule(campaign), 'open') &&
    pass('consent', !asked && input.consent(campaign), asked ? by : purpose) &&
    pass('quiet', !asked && input.quiet(campaign), asked ? by : 'not-quiet') &&
    pass('placement', input.placement(campaign), slot) &&
    (exempt || !audience
      ? pass('audience', null, exempt ? by : 'everybody')
      : belongs(audience, input, reasons));
  if (!competes) return of('refused');
  const { held = null, variantId } = input.arm?.(campaign) ?? {};
  const holdout = !exempt && held !== null;
  pass('experiment', null, holdout ? held : variantId ? `variant:${variantId}` : 'none');
  const failed = input.failed[id];
  const free = pass('caps', !exempt && input.cap(campaign), exempt ? by : 'free');
  if (free && failed) reasons.push(failed);
  const widget = experiment?.variants.find((one) => one.id === variantId)?.widget;
  const judged = of(free && !failed ? 'won' : 'refused', widget, holdout);
  return variantId ? { ...judged, variantId } : judged;
}

/**
 * Decides all campaigns of a compiled document: who may open now, and for each the reasons in the order of decisions.
 * At most one wins each place: who comes first.
 */
export function decide(input: DecideInput): readonly Judgement[] {
  const judged = input.document.campaigns.map((campaign) => judge(campaign, input));
  const best = new Map<string, Judgement>();
  for (const one of judged) {
    const other = best.get(one.slot);
    if (one.outcome === 'won' && (!other || input.comesFirst?.(one, other))) best.set(one.slot, one);
  }
  return judged.map((one) => {
    if (one.outcome !== 'won') return one;
    const { by, slot, campaign } = one;
    const reasons = [...one.reasons];
    const holder = input.taken[slot];
    const busy = by !== 'asked' && holder !== undefined && holder !== campaign.id;
    const pass = noteOn(reasons);
    if (!pass('exclusion', busy && `taken:${holder}`, 'free'))
      return { ...one, outcome: 'outranked', reasons };
    const first = best.get(slot);
    const ok = pass(
      'priority',
      first !== one && `outranked:${first?.campaign.id}`,
      `${campaign.priority ?? 0}`,
    );
    return { ...one, outcome: ok ? 'won' : 'outranked', reasons };
  });
}
