import { factSourcePort } from '../../campaigns/fact-source.ts';
import { presenterPort } from '../../campaigns/presenter-port.ts';
import type { Part } from '../../journey/part.ts';
import { createDisposer } from '../../lib/disposer.ts';
import { type Request, requestPort } from '../requester.ts';
import { viewSourcePort } from '../widget-signal.ts';
import { createSlotViews } from './slot-views.ts';
import { followReference } from './visitor-reference.ts';
import { clearWallets, createWalletPresenter, refreshWallets, type WalletDesk } from './wallet.ts';
import { createWheelPresenter } from './wheel.ts';

const nobody: Request = async () => ({ ok: false, reason: 'unavailable' });

/** Shows campaigns of the widgets `wallet` and `wheel`, and ties orders to the visitor. Value is decided on the server. */
export function rewards(): Part {
  const under = new Set<Promise<unknown>>();
  return {
    name: 'rewards',
    start(context) {
      const { journey, ports, problems } = context;
      const failed = (cause: unknown): void =>
        problems.report({ code: 'rewards-failed', message: '', cause });
      const busy = (work: Promise<unknown>): void => {
        const guarded = work.catch(failed).finally(() => under.delete(guarded));
        under.add(guarded);
      };
      const request = ports.use(requestPort)[0] ?? nobody;
      const views = createSlotViews(failed);
      const wallets: WalletDesk = { views, request, busy, open: new Set(), points: undefined };
      const onClaim = (): void => refreshWallets(wallets);
      const disposer = createDisposer();
      disposer.add(ports.provide(presenterPort, createWalletPresenter(wallets)));
      disposer.add(
        ports.provide(presenterPort, createWheelPresenter({ context, views, request, busy, onClaim })),
      );
      disposer.add(ports.provide(viewSourcePort, views));
      const facts = (): { readonly 'wallet.points': number | undefined } => ({
        'wallet.points': wallets.points,
      });
      disposer.add(ports.provide(factSourcePort, { name: 'rewards', facts }));
      disposer.add(
        journey.onEvent(({ name }) => {
          if (name === 'customer_signed_out') clearWallets(wallets);
          else if (name === 'customer_identified' || name === 'order_placed') refreshWallets(wallets);
        }),
      );
      disposer.add(followReference(context, request, busy));
      return disposer.stop;
    },
    async idle() {
      while (under.size) await Promise.all(under);
    },
  };
}
