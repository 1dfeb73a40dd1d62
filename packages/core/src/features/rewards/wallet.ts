import type { Presenter } from '../../campaigns/presenter-port.ts';
import type { Request } from '../requester.ts';
import { type SlotView, type SlotViews, viewBase } from '../slot-views.ts';
import type { WalletView } from '../widget-view.ts';

/** What the wallets of a page share. */
export interface WalletDesk {
  readonly views: SlotViews;
  readonly request: Request;
  readonly busy: (work: Promise<unknown>) => void;
  readonly open: Set<SlotView<WalletView>>;
  /** Points last read; `undefined`: unknown. */
  points: number | undefined;
}

async function load(desk: WalletDesk, own: SlotView<WalletView>): Promise<void> {
  const outcome = await desk.request({ type: 'read', what: 'wallet' });
  if (!own.isOpen()) return;
  if (outcome.ok) {
    const { wallet } = outcome.result;
    desk.points = wallet?.points;
    own.set(wallet ? { state: 'ready', wallet } : { state: 'anonymous', wallet: undefined });
    return;
  }
  // What was read before stays readable while the line is down.
  const { reason } = outcome;
  const state = reason === 'offline' || reason === 'unavailable' ? 'offline' : 'error';
  own.set(
    reason === 'not-eligible' || reason === 'not-found'
      ? { state: 'anonymous', wallet: undefined }
      : { state },
  );
}

/** Reads every open wallet anew. */
export function refreshWallets(desk: WalletDesk): void {
  for (const own of desk.open) desk.busy(load(desk, own));
}

/** Takes the numbers away at once: the customer's token ended. */
export function clearWallets(desk: WalletDesk): void {
  desk.points = undefined;
  for (const own of desk.open) own.set({ state: 'anonymous', wallet: undefined });
}

/** Shows campaigns of the widget `wallet`: points from the server's ledger. */
export function createWalletPresenter(desk: WalletDesk): Presenter {
  return {
    type: 'wallet',
    refusal: ({ widget }) => (widget.type === 'wallet' ? null : 'not-a-wallet'),
    open(decision, events) {
      if (decision.widget.type !== 'wallet') return () => {};
      const first: WalletView = {
        ...viewBase(decision),
        type: 'wallet',
        props: decision.widget.props,
        state: 'loading',
      };
      const { own, close } = desk.views.open(decision, first, events, (signal) => {
        if (signal.type === 'wallet') desk.busy(load(desk, own));
      });
      desk.open.add(own);
      desk.busy(load(desk, own));
      return () => {
        desk.open.delete(own);
        close();
      };
    },
  };
}
