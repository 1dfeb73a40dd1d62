import type { Presenter } from '../../campaigns/presenter-port.ts';
import type { GuidanceSignal, PrivacyView } from '../guidance-view.ts';
import { viewBase } from '../slot-views.ts';
import { type Desk, type Life, type Living, presentGuide } from './desk.ts';

/** Lives once its code is here; an act that comes sooner waits for it. */
function livePrivacy(desk: Desk, { own }: Living<PrivacyView>): Life {
  const living = import('./privacy-life.ts').then(({ beginPrivacy }) => beginPrivacy(desk, own));
  desk.busy(
    living.catch((cause) => {
      own.set({ state: 'error' });
      throw cause;
    }),
  );
  const then = (work: (life: Life) => void): void => desk.busy(living.then(work));
  return {
    hear: (signal: GuidanceSignal) => then(({ hear }) => hear(signal)),
    stop: () => then(({ stop }) => stop?.()),
  };
}

/** Shows campaigns of the widget `privacy`: what is held of the visitor, and what they can do about it. */
export function createPrivacy(desk: Desk): Presenter {
  const { consent } = desk.context;
  return presentGuide<PrivacyView>(desk, {
    type: 'privacy',
    view: (decision, props) => ({
      ...viewBase(decision),
      type: 'privacy',
      props,
      state: 'loading',
      consent: { answered: consent.state() === 'answered', granted: consent.granted(), gpc: false },
      held: [],
      memory: false,
      switches: { lists: true, tips: true, games: true },
    }),
    live: (living) => livePrivacy(desk, living),
  });
}
