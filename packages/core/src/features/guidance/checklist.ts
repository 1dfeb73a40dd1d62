import type { Presenter } from '../../campaigns/presenter-port.ts';
import type { PartContext } from '../../journey/part.ts';
import type { ChecklistReward, ChecklistView } from '../guidance-view.ts';
import { viewBase } from '../slot-views.ts';
import { claimReward, readReward } from './claim-reward.ts';
import { type Desk, type Life, type Living, presentGuide } from './desk.ts';
import type { GuideMemory } from './guide-store.ts';
import { countEvent, isFinished, joinCounts, progressOf } from './mission-rule.ts';

const versionOf = ({ props }: ChecklistView): number => props.version ?? 1;

/** Where the reward stands before anybody asked for it. */
function firstReward(view: Pick<ChecklistView, 'props' | 'progress'>): ChecklistReward | undefined {
  if (view.props.draw === undefined) return undefined;
  return { state: isFinished(view.progress) ? 'ready' : 'locked' };
}

type Keep = (change: Partial<GuideMemory>) => void;

/** Follows the journey while the checklist stands; tells once that every mission is done. */
function followMissions(
  { journey }: PartContext,
  { own, memory }: Living<ChecklistView>,
  keep: Keep,
): { readonly isFinished: () => boolean; readonly stop: () => void } {
  const { missions } = own.view().props;
  let counts = memory.counts ?? {};
  let finished = memory.finished === true;
  const look = (isActed: boolean): void => {
    const progress = progressOf(missions, joinCounts(missions, counts, journey.profile().counts));
    const done = isFinished(progress);
    const { reward, fresh: was } = own.view();
    const fresh = was || (done && !finished && isActed);
    const next = reward?.state === 'locked' && done ? { state: 'ready' as const } : reward;
    own.set({ progress, fresh, reward: next, ...(fresh && !was ? { folded: false } : {}) });
    if (!done || finished) return;
    finished = true;
    keep({ finished });
    journey.track('experience_completed', { campaignId: own.view().campaignId, widget: 'checklist' });
  };
  const stops = [
    journey.onProfile(() => look(false)),
    journey.onEvent(({ name }) => {
      const next = countEvent(missions, counts, name);
      if (next === counts) return;
      counts = next;
      keep({ counts });
      look(true);
    }),
  ];
  look(false);
  return {
    isFinished: () => finished,
    stop() {
      for (const stop of stops) stop();
    },
  };
}

/** Folds, collects, puts away: what the visitor does with a checklist. */
function liveChecklist({ context, store, busy }: Desk, living: Living<ChecklistView>): Life {
  const { own, leave } = living;
  const { campaignId } = own.view();
  const keep: Keep = (change) => busy(store.change(campaignId, versionOf(own.view()), change));
  const missions = followMissions(context, living, keep);
  const claim = async (): Promise<void> => {
    own.set({ reward: { state: 'asking' } });
    own.set({ reward: await claimReward(context, campaignId) });
  };
  return {
    stop: missions.stop,
    hear({ act }) {
      const { state } = own.view().reward ?? {};
      if (act === 'fold' || act === 'unfold') {
        own.set({ folded: act === 'fold' });
        keep({ folded: act === 'fold' });
      } else if (act === 'claim' && (state === 'ready' || state === 'offline')) busy(claim());
      else if (act === 'close' && missions.isFinished()) {
        // It was counted as completed when the last mission was done.
        keep({ over: 'completed' });
        leave({ cause: 'superseded', detail: 'completed' });
      }
    },
  };
}

/** Shows campaigns of the widget `checklist`: missions that the journey ticks off, and a reward that the server gives. */
export function createChecklists(desk: Desk): Presenter {
  const { context } = desk;
  return presentGuide<ChecklistView>(desk, {
    type: 'checklist',
    async view(decision, props, { counts = {}, folded = props.folded === true }) {
      const { missions } = props;
      const progress = progressOf(missions, joinCounts(missions, counts, context.journey.profile().counts));
      const had = props.draw === undefined ? null : await readReward(context, decision.campaign.id);
      const base = { ...viewBase(decision), props, progress, folded, fresh: false };
      return { ...base, type: 'checklist', reward: had ?? firstReward({ props, progress }) };
    },
    live: (living) => liveChecklist(desk, living),
  });
}
