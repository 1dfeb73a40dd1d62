import { decide } from '../rules/decide.ts';
import type { Fired, Judgement } from '../rules/decision.ts';
import { consentRefusal, inputOf } from './decision-input.ts';
import type { CampaignInspection } from './inspection.ts';
import { type Judged, judgedPort } from './judged-port.ts';
import { presenterPort } from './presenter-port.ts';
import type { Judging, Stage } from './stage.ts';

/** What the arbiter decides with. */
export interface ArbiterOptions extends Judged {
  readonly fired: (campaignId: string) => Fired;
  /** Campaigns that open whatever audience, caps and quiet say: tests and previews. */
  readonly force: readonly string[];
}

/** Decides and opens; one per document and page. */
export interface Arbiter {
  /** Decides everything anew and opens what wins. */
  pass(): Promise<void>;
  /** Begins a page view: slots are decided anew, a running tour goes on. */
  begin(): void;
  inspect(): readonly CampaignInspection[];
  stop(): void;
}

/** Campaigns whose unfinished presentation is stored: they go on where consent and quiet allow. */
async function resumable({ context, open }: Stage): Promise<readonly unknown[]> {
  if (open.has('overlay')) return [];
  return Promise.all(context.ports.use(presenterPort).map((one) => one.resumes?.()));
}

/** Decides, and opens whoever may. */
async function settle(options: ArbiterOptions): Promise<readonly Judgement[]> {
  const { stage, needs, force, paused } = options;
  const { context } = stage;
  const resumed = await resumable(stage);
  const fired = (id: string): Fired => {
    const own = force.includes(id) ? 'asked' : options.fired(id);
    return own !== 'asked' && resumed.includes(id) ? 'resumed' : own;
  };
  const judge: Judging = async (failed) => {
    const input = await inputOf(stage, needs);
    return decide({ ...input, fired, paused, failed: { ...failed, ...input.failed } });
  };
  const judged = await judge({});
  if (!judged.some(stage.isNew) || context.signal.aborted) return judged;
  const { settleWinners } = await import('./settle-winners.ts');
  return settleWinners(stage, judged, judge);
}

/** Builds the arbiter of one document. */
export function createArbiter(options: ArbiterOptions): Arbiter {
  const { stage } = options;
  const { consent, journey, signal } = stage.context;
  const told = new Map<string, string>();
  let judged: readonly Judgement[] = [];
  const inspect = (): readonly CampaignInspection[] =>
    judged.map((one) => {
      const { slot, outcome, reasons } = one;
      return stage.describe?.(one) ?? { id: one.campaign.id, slot, outcome, reasons };
    });
  /** Tells the journey of outcomes that changed on this page view, each once. */
  const tell = (): void => {
    for (const { id: campaignId, outcome, reasons } of inspect()) {
      if (outcome === 'waiting' || told.get(campaignId) === outcome) continue;
      told.set(campaignId, outcome);
      const last = reasons.at(-1);
      const failed = last?.trace?.filter(({ result }) => !result);
      const props = { campaignId, outcome, reason: `${last?.step}:${last?.why}`, ...(failed && { failed }) };
      journey.track('experience_decided', props);
    }
  };
  return {
    async pass() {
      // What the visitor no longer allows, or the shop paused, goes away at once; what they asked for stays.
      stage.closeIf?.(
        ({ judgement: { by, campaign } }) =>
          by !== 'asked' && !!(consentRefusal(stage.context, campaign) ?? options.paused(campaign.id)),
      );
      judged = await settle(options);
      for (const seen of stage.context.ports.use(judgedPort)) seen(options);
      // Until the session is known, what is decided is not final.
      const known = !consent.allows('functional') || journey.sessionNumber() !== null;
      if (known && !signal.aborted) tell();
    },
    begin() {
      stage.closeIf?.(({ judgement: { slot } }) => slot !== 'overlay');
      stage.failed.clear();
      told.clear();
    },
    inspect,
    stop: () => stage.closeIf?.(() => true),
  };
}
