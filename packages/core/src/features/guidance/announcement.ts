import type { Presenter } from '../../campaigns/presenter-port.ts';
import type { AnnouncementView } from '../guidance-view.ts';
import { viewBase } from '../slot-views.ts';
import { type Desk, presentGuide } from './desk.ts';

/** Shows campaigns of the widget `announcement`. A dialog opens over the page alone, where the arbiter gives it its turn. */
export function createAnnouncements(desk: Desk): Presenter {
  return presentGuide<AnnouncementView>(desk, {
    type: 'announcement',
    refusal: ({ slot }, { form }) => (form === 'modal' && slot !== 'overlay' ? 'not-an-overlay' : null),
    view: (decision, props) => ({ ...viewBase(decision), type: 'announcement', props }),
  });
}
