import type { Presenter } from '../../campaigns/presenter-port.ts';
import { viewBase } from '../slot-views.ts';
import type { WheelView } from '../widget-view.ts';
import type { WheelPlay } from './wheel.ts';
import type { WheelDesk } from './wheel-desk.ts';

/** Shows campaigns of the widget `wheel`: the server draws, the element shows where it stopped. */
export function createWheelPresenter(desk: WheelDesk): Presenter {
  return {
    type: 'wheel',
    refusal: ({ widget, pool }) => (widget.type === 'wheel' && pool ? null : 'pool-unknown'),
    open(decision, events) {
      const { widget, pool } = decision;
      if (widget.type !== 'wheel' || !pool) return () => {};
      const state = navigator.onLine ? 'idle' : 'offline';
      const first: WheelView = { ...viewBase(decision), type: 'wheel', props: widget.props, pool, state };
      const { own, close } = desk.views.open(decision, first, events, (signal) => {
        if (signal.type === 'wheel') desk.busy(play().then(({ act }) => act(signal.act)));
      });
      let playing: Promise<WheelPlay> | undefined;
      // Fetched with the first wheel: most pages have none. Where that fails, the next act tries again.
      const play = async (): Promise<WheelPlay> => {
        try {
          playing ??= import('./wheel.ts').then(({ playWheel }) => playWheel(desk, own));
          return await playing;
        } catch (cause) {
          playing = undefined;
          own.set({ state: 'offline', reason: 'offline' });
          throw cause;
        }
      };
      desk.busy(play());
      return () => {
        close();
        if (playing) desk.busy(playing.then(({ stop }) => stop()));
      };
    },
  };
}
