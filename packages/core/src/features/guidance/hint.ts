import type { Presenter } from '../../campaigns/presenter-port.ts';
import { matchesGlob } from '../../rules/glob.ts';
import type { HintView } from '../guidance-view.ts';
import { viewBase } from '../slot-views.ts';
import { type Desk, presentGuide } from './desk.ts';

/** Shows campaigns of the widget `hint`: one beacon at a time, gone for good once it was read. */
export function createHints(desk: Desk): Presenter {
  const { journey } = desk.context;
  return presentGuide<HintView>(desk, {
    type: 'hint',
    refusal: (_, { page }) =>
      page === undefined || matchesGlob(page, location.pathname) ? null : 'another-page',
    view: (decision, props) => ({ ...viewBase(decision), type: 'hint', props }),
    live({ own, leave }) {
      const { campaign, widget } = own.decision;
      const goAway = (): void => leave({ cause: 'superseded', detail: 'tips-off' });
      desk.tips.add(goAway);
      let read = false;
      return {
        stop: () => desk.tips.delete(goAway),
        hear(signal) {
          if (signal.act === 'missing') leave({ cause: 'failed', detail: signal.cause });
          if (signal.act !== 'open' || read) return;
          read = true;
          journey.track('experience_viewed', {
            campaignId: campaign.id,
            widget: widget.type,
            slot: own.decision.slot,
          });
        },
      };
    },
  });
}
