import type { PartContext } from '../journey/part.ts';
import { decide } from '../rules/decide.ts';
import type { Fired, Judgement, Reason } from '../rules/decision.ts';
import type { Claim } from './attention.ts';
import { type ArbiterOptions, consentRefusal, inputOf } from './decision-input.ts';
import type { CampaignInspection } from './inspection.ts';
import { closeSlot, type Presentation, present, type Stage } from './presentation.ts';
import { presenterPort } from './presenter-port.ts';

/** Decides and opens; one per document and page. */
export interface Arbiter {
  /**
   * Decides everything anew and opens what wins.
   * @param checkout a checkout began on this page.
   */
  pass(checkout: boolean): Promise<void>;
  /** The visitor asks for a campaign that ended or failed on this page view: it may open again. */
  again(campaignId: string): void;
  /** Begins a page view: slots are decided anew, a running tour goes on. */
  begin(): void;
  inspect(): readonly CampaignInspection[];
  presentations(): ReadonlyMap<string, Presentation>;
  stop(): void;
}

function createStage({ context, attention, document, changed, busy }: ArbiterOptions): Stage {
  return { context, attention, document, changed, busy, open: new Map(), failed: new Map() };
}

/** Opens the winners; answers the reasons of those that could not, so that the next in rank gets its chance. */
async function openWinners(
  options: ArbiterOptions,
  stage: Stage,
  winners: readonly Judgement[],
  session: string | null,
): Promise<Readonly<Record<string, Reason>>> {
  const failed: Record<string, Reason> = {};
  for (const judgement of winners) {
    const { campaign, slot, by } = judgement;
    const token = `${options.context.random()}`;
    const claim: Claim = { campaign, caps: options.document.caps, session, token, by };
    const refusal = await options.attention.reserve(claim);
    if (options.context.signal.aborted) break;
    if (by === 'asked') closeSlot(stage, slot);
    const reason: Reason | null = refusal
      ? { step: 'reservation', ok: false, why: refusal }
      : present(stage, judgement, claim);
    if (!reason) continue;
    failed[campaign.id] = reason;
    if (!refusal) await options.attention.release(token);
  }
  return failed;
}

/** Campaigns whose unfinished presentation is stored: they go on where consent and quiet allow. */
async function resumable({ context }: ArbiterOptions, stage: Stage): Promise<readonly string[]> {
  if (stage.open.has('overlay')) return [];
  const found = await Promise.all(context.ports.use(presenterPort).map((one) => one.resumes?.()));
  return found.flatMap((id) => id ?? []);
}

/** Decides until everybody who may open has opened or failed; at most one round per campaign. */
async function settle(
  options: ArbiterOptions,
  stage: Stage,
  checkout: boolean,
): Promise<readonly Judgement[]> {
  const state = await options.attention.read();
  const resumed = await resumable(options, stage);
  const fired = (id: string): Fired => {
    const own = options.force.includes(id) ? 'asked' : options.fired(id);
    return own !== 'asked' && resumed.includes(id) ? 'resumed' : own;
  };
  let failed: Readonly<Record<string, Reason>> = {};
  for (;;) {
    const input = { ...inputOf(options, stage, state, checkout), fired };
    const judged = decide({ ...input, failed: { ...failed, ...input.failed } });
    const winners = judged.filter(
      ({ outcome, slot, campaign }) =>
        outcome === 'won' && stage.open.get(slot)?.judgement.campaign.id !== campaign.id,
    );
    if (!winners.length || options.context.signal.aborted) return judged;
    const more = await openWinners(options, stage, winners, input.session);
    failed = { ...failed, ...more };
    if (!Object.keys(more).length) return judged;
  }
}

/** What to say of a campaign: the place it has, else how it was judged. */
function describe(stage: Stage, { campaign, slot, outcome, reasons }: Judgement): CampaignInspection {
  const own = stage.open.get(slot);
  const { id } = campaign;
  if (own?.judgement.campaign.id === id) {
    const { state, judgement } = own;
    const why = judgement.by === 'resumed' ? 'resumed' : state;
    return { id, slot, outcome: state, reasons: [...judgement.reasons, { step: 'render', ok: true, why }] };
  }
  const ended = stage.failed.get(id)?.why.startsWith('ended') && outcome === 'refused';
  return { id, slot, outcome: ended ? 'ended' : outcome === 'won' ? 'waiting' : outcome, reasons };
}

/** Tells the journey of outcomes that changed on this page view, each once. */
function tellOutcomes(
  context: PartContext,
  told: Map<string, string>,
  found: readonly CampaignInspection[],
): void {
  for (const { id: campaignId, outcome, reasons } of found) {
    if (outcome === 'waiting' || told.get(campaignId) === outcome) continue;
    told.set(campaignId, outcome);
    const last = reasons.at(-1);
    context.journey.track(
      'experience_decided',
      { campaignId, outcome, reason: `${last?.step}:${last?.why}` },
      { passive: true },
    );
  }
}

/** Builds the arbiter of one document. */
export function createArbiter(options: ArbiterOptions): Arbiter {
  const { context } = options;
  const stage = createStage(options);
  const told = new Map<string, string>();
  let judged: readonly Judgement[] = [];
  const inspect = (): readonly CampaignInspection[] => judged.map((one) => describe(stage, one));
  const closeIf = (test: (slot: string, one: Presentation) => boolean): void => {
    for (const [slot, one] of [...stage.open]) if (test(slot, one)) closeSlot(stage, slot);
  };
  return {
    async pass(checkout) {
      // What the visitor no longer allows goes away at once; what they asked for stays.
      closeIf((_, { judgement: { by, campaign } }) => by !== 'asked' && !!consentRefusal(context, campaign));
      judged = await settle(options, stage, checkout);
      // Until the session is known, what is decided is not final.
      const known = !context.consent.allows('functional') || context.journey.sessionNumber() !== null;
      if (known && !context.signal.aborted) tellOutcomes(context, told, inspect());
    },
    begin() {
      closeIf((slot) => slot !== 'overlay');
      stage.failed.clear();
      told.clear();
    },
    again: (id) => void stage.failed.delete(id),
    inspect,
    presentations: () => stage.open,
    stop: () => closeIf(() => true),
  };
}
