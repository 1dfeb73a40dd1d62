import type { Presenter } from '../../campaigns/presenter-port.ts';
import type { ProgressView } from '../reward-views.ts';
import type { ShopBridge } from '../shop-bridge.ts';
import { type SlotView, viewBase } from '../slot-views.ts';
import type { RewardDesk } from './reward-desk.ts';

/** What the cart lacks; only thresholds in the cart's own currency count. Pure. */
export function measureProgress(
  total: { readonly value: number; readonly currency: string },
  thresholds: Awaited<ReturnType<NonNullable<ShopBridge['thresholds']>>>,
): ProgressView['thresholds'] {
  return thresholds
    .filter(({ at }) => at.currency === total.currency && at.value > 0)
    .sort((a, b) => a.at.value - b.at.value)
    .map(({ kind, at }) => ({
      kind,
      at,
      missing: { value: Math.max(0, at.value - total.value), currency: at.currency },
      share: Math.min(1, Math.max(0, total.value / at.value)),
    }));
}

async function load({ shop, context }: RewardDesk, own: SlotView<ProgressView>): Promise<void> {
  const { goal } = own.view().props;
  try {
    const [cart, thresholds] = await Promise.all([shop?.cart?.(), shop?.thresholds?.()]);
    const wanted = thresholds?.filter(({ kind }) => goal === undefined || kind === goal) ?? [];
    own.set({ thresholds: cart ? measureProgress(cart.total, wanted) : [] });
  } catch (cause) {
    const key = 'thresholds';
    context.problems.report({ code: 'shop-bridge-failed', message: key, key, cause });
    own.set({ thresholds: [] });
  }
}

/** Shows campaigns of the widget `progress`; silent where the shop does not say its thresholds or its cart. */
export function createProgressPresenter(desk: RewardDesk): Presenter {
  return {
    type: 'progress',
    refusal: () => (desk.shop?.cart && desk.shop.thresholds ? null : 'thresholds-unknown'),
    open(decision, events) {
      const { widget } = decision;
      if (widget.type !== 'progress') return () => {};
      const first: ProgressView = {
        ...viewBase(decision),
        type: 'progress',
        props: widget.props,
        thresholds: [],
      };
      const { own, close } = desk.views.open(decision, first, events, () => {});
      const read = (): void => desk.busy(load(desk, own));
      const stop = desk.context.journey.onEvent(({ name }) => {
        if (/^(cart_|order_placed|coupon_applied)/.test(name)) read();
      });
      read();
      return () => {
        stop();
        close();
      };
    },
  };
}
