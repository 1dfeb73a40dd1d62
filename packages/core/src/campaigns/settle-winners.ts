import type { Judgement, Reason } from '../rules/decision.ts';
import type { CampaignInspection } from './inspection.ts';
import { openWinners } from './open-winners.ts';
import type { Judging, Presentation, Stage } from './stage.ts';

/** What to say of a campaign: the place it has, else how it was judged. */
function describe(
  { open, failed }: Stage,
  { campaign: { id }, slot, outcome, reasons }: Judgement,
): CampaignInspection {
  const own = open.get(slot);
  if (own?.judgement.campaign.id === id) {
    const { state, judgement } = own;
    const why = judgement.by === 'resumed' ? 'resumed' : state;
    return { id, slot, outcome: state, reasons: [...judgement.reasons, { step: 'render', ok: true, why }] };
  }
  const ended = outcome === 'refused' && failed.get(id)?.why.startsWith('ended');
  return { id, slot, outcome: ended ? 'ended' : outcome === 'won' ? 'waiting' : outcome, reasons };
}

/** Ends presentations; one that throws keeps no other open. */
function closeIf({ context, open }: Stage, test: (presentation: Presentation) => boolean): void {
  for (const [slot, presentation] of [...open]) {
    if (!test(presentation)) continue;
    open.delete(slot);
    try {
      presentation.close();
    } catch (cause) {
      context.problems.report({ code: 'presenter-failed', message: 'close', key: slot, cause });
    }
  }
}

/**
 * Opens the winners, and decides again until everybody who may open has opened or failed; at most one round per
 * campaign. Fetched with the first winner: a page on which nothing opens does not carry it.
 */
export async function settleWinners(
  stage: Stage,
  first: readonly Judgement[],
  judge: Judging,
): Promise<readonly Judgement[]> {
  stage.describe ??= (judgement) => describe(stage, judgement);
  stage.closeIf ??= (test) => closeIf(stage, test);
  let judged = first;
  let failed: Readonly<Record<string, Reason>> = {};
  for (;;) {
    const winners = judged.filter(stage.isNew);
    if (!winners.length || stage.context.signal.aborted) return judged;
    const more = await openWinners(stage, winners);
    if (!Object.keys(more).length) return judged;
    failed = { ...failed, ...more };
    judged = await judge(failed);
  }
}
