import type { Campaign } from '@regulars/schema';
import { assignVariant, isHeldOut } from './assign-variant.ts';
import { capRefusal, noHistory } from './cap-rule.ts';
import type { DecideInput, DecisionStep, Fired, Judgement, Reason } from './decision.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { scheduleState } from './schedule-rule.ts';

/** Slot of a campaign; all overlays share one. */
export function slotOf({ placement }: Campaign): string {
  return 'slot' in placement ? placement.slot : 'overlay';
}

/** What was earned or promised is never held out. */
function holdoutOf(campaign: Campaign, { document, unit }: DecideInput): string | null {
  if (unit === null || campaign.widget.type === 'wallet') return null;
  if (isHeldOut('global-holdout', document.globalHoldout ?? 0, unit)) return 'global-holdout';
  return isHeldOut(`holdout:${campaign.id}`, campaign.holdout ?? (campaign.goal ? 0.1 : 0), unit)
    ? 'holdout'
    : null;
}

type Check = (campaign: Campaign, input: DecideInput, by: Fired) => Omit<Reason, 'step'>;

const say = (refusal: string | null, why: string): Omit<Reason, 'step'> => ({
  ok: !refusal,
  why: refusal ?? why,
});
/** What the visitor asked for needs no leave to open by itself. */
const unlessAsked =
  (check: Check): Check =>
  (campaign, input, by) =>
    by === 'asked' ? { ok: true, why: by } : check(campaign, input, by);
/** What was decided on an earlier page is not decided again. */
const isExempt = (by: Fired): boolean => by === 'asked' || by === 'resumed';

const steps: readonly (readonly [DecisionStep, Check])[] = [
  ['trigger', ({ id }, { fired }) => say(fired(id) === 'no' ? 'not-fired' : null, fired(id))],
  [
    'status',
    ({ id, status }, { paused }) =>
      say(status === 'live' || status === 'scheduled' ? paused(id) : `status:${status}`, status),
  ],
  [
    'schedule',
    ({ status, schedule }, { now, document }) => {
      const state =
        status === 'scheduled' && schedule?.from === undefined
          ? 'no-start'
          : scheduleState(schedule, now, document.zone);
      return { ok: state === 'open', why: state };
    },
  ],
  [
    'consent',
    unlessAsked((campaign, { consent }) => say(consent(campaign), campaign.purpose ?? 'personalization')),
  ],
  ['quiet', unlessAsked((campaign, { quiet }) => say(quiet(campaign), 'not-quiet'))],
  ['placement', (campaign, { placement }) => say(placement(campaign), slotOf(campaign))],
  [
    'audience',
    ({ audience }, { facts, document }, by) => {
      if (isExempt(by)) return { ok: true, why: by };
      const { result, trace } = evaluateCondition(audience, facts, document.audiences);
      const why = audience ? String(result ?? 'unknown') : 'everybody';
      return { ok: result === true, why, ...(trace.length ? { trace } : {}) };
    },
  ],
];

function judge(campaign: Campaign, input: DecideInput): Judgement {
  const reasons: Reason[] = [];
  const by = input.fired(campaign.id);
  const judged = {
    campaign,
    slot: slotOf(campaign),
    reasons,
    widget: campaign.widget,
    holdout: false,
    by,
  };
  for (const [step, check] of steps) {
    const found = check(campaign, input, by);
    reasons.push({ step, ...found });
    if (!found.ok) return { ...judged, outcome: step === 'trigger' ? 'waiting' : 'refused' };
  }
  const { experiment } = campaign;
  const held = isExempt(by) ? null : holdoutOf(campaign, input);
  // Without a person's id of the server, an experiment by person shows the campaign as it is.
  const variantId =
    experiment && input.unit !== null && experiment.unit !== 'personId'
      ? assignVariant(experiment, input.unit)
      : null;
  const variant = experiment?.variants.find((one) => one.id === variantId);
  reasons.push({ step: 'experiment', ok: true, why: held ?? (variantId ? `variant:${variantId}` : 'none') });
  const { caps } = input.document;
  const capped = isExempt(by) ? null : capRefusal({ ...input, campaign, caps });
  reasons.push({ step: 'caps', ...say(capped, isExempt(by) ? by : 'free') });
  const failed = capped ? undefined : input.failed[campaign.id];
  if (failed) reasons.push(failed);
  return {
    ...judged,
    widget: variant?.widget ?? campaign.widget,
    ...(variantId ? { variantId } : {}),
    holdout: held !== null,
    outcome: capped || failed ? 'refused' : 'won',
  };
}

/**
 * Decides all campaigns of a document: who may open now, and for each the reasons in the order of decisions.
 * At most one wins each place: asked first, then the higher priority, the least recently shown, the id.
 */
export function decide(input: DecideInput): readonly Judgement[] {
  const judged = input.document.campaigns.map((campaign) => judge(campaign, input));
  const lastMs = ({ campaign }: Judgement): number =>
    (input.history[campaign.id] ?? noHistory).shows.at(-1) ?? 0;
  const rank = ({ by }: Judgement): number => ['fired', 'resumed', 'asked'].indexOf(by);
  const ranked = judged
    .filter((one) => one.outcome === 'won')
    .sort(
      (a, b) =>
        rank(b) - rank(a) ||
        (b.campaign.priority ?? 0) - (a.campaign.priority ?? 0) ||
        lastMs(a) - lastMs(b) ||
        (a.campaign.id < b.campaign.id ? -1 : 1),
    );
  return judged.map((one) => {
    if (one.outcome !== 'won') return one;
    const holder = input.taken[one.slot];
    const busy =
      one.by !== 'asked' && holder !== undefined && holder !== one.campaign.id ? `taken:${holder}` : null;
    const best = ranked.find(({ slot }) => slot === one.slot);
    const beaten = busy || best === one ? null : `outranked:${best?.campaign.id}`;
    const reasons = [...one.reasons, { step: 'exclusion', ...say(busy, 'free') } satisfies Reason];
    if (!busy) reasons.push({ step: 'priority', ...say(beaten, String(one.campaign.priority ?? 0)) });
    return { ...one, outcome: busy || beaten ? 'outranked' : 'won', reasons };
  });
}
