import type { Presenter } from '../../campaigns/presenter-port.ts';
import { serverTimePort } from '../../campaigns/server-time.ts';
import type { CountdownView } from '../reward-views.ts';
import { type SlotView, viewBase } from '../slot-views.ts';
import type { RewardDesk } from './reward-desk.ts';

/** The end on the page's monotone clock; none while the server has not told its time. */
function endsIn({ context }: RewardDesk, endsAt: number): number | undefined {
  const now = context.ports.use(serverTimePort)[0]?.();
  return now === undefined ? undefined : performance.now() + endsAt - now;
}

/**
 * Shows campaigns of the widget `countdown`: time left until the campaign's own end, by the server's clock. The
 * device's clock plays no part; without the server's time the element shows the date alone.
 */
export function createCountdownPresenter(desk: RewardDesk): Presenter {
  return {
    type: 'countdown',
    refusal: ({ campaign }) => (campaign.schedule?.to === undefined ? 'end-unknown' : null),
    open(decision, events) {
      const { widget, campaign } = decision;
      const endsAt = Date.parse(campaign.schedule?.to ?? '');
      if (widget.type !== 'countdown' || Number.isNaN(endsAt)) return () => {};
      const first: CountdownView = {
        ...viewBase(decision),
        type: 'countdown',
        props: widget.props,
        endsAt,
        endsIn: endsIn(desk, endsAt),
      };
      let timer: ReturnType<typeof setTimeout> | undefined;
      const { own, close } = desk.views.open(decision, first, events, () => {});
      const stop = (): void => {
        clearTimeout(timer);
        document.removeEventListener('visibilitychange', wake);
      };
      // A sleeping machine may stop the page's clock: the control file, read anew on return, tells the time again.
      const wake = (): void => follow(own);
      const follow = (slot: SlotView<CountdownView>): void => {
        clearTimeout(timer);
        const end = endsIn(desk, endsAt);
        slot.set({ endsIn: end });
        if (end === undefined) timer = setTimeout(wake, 1000);
        else if (end <= performance.now()) {
          stop();
          events.ended({ cause: 'completed', detail: 'over' });
          close();
        } else timer = setTimeout(wake, Math.min(60_000, end - performance.now()));
      };
      document.addEventListener('visibilitychange', wake);
      follow(own);
      return () => {
        stop();
        close();
      };
    },
  };
}
