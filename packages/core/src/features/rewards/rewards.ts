import { factSourcePort } from '../../campaigns/fact-source.ts';
import { presenterPort } from '../../campaigns/presenter-port.ts';
import type { Part, PartContext } from '../../journey/part.ts';
import { createDisposer, type Disposer } from '../../lib/disposer.ts';
import { type Request, requestPort } from '../requester.ts';
import { type ShopBridge, shopBridgePort } from '../shop-bridge.ts';
import { createSlotViews } from '../slot-views.ts';
import { viewSourcePort } from '../widget-signal.ts';
import { clearWallets, createWalletPresenter, refreshWallets, type WalletDesk } from './wallet.ts';
import { createWheelPresenter } from './wheel-presenter.ts';

const nobody: Request = async () => ({ ok: false, reason: 'unavailable' });

async function handReference(
  context: PartContext,
  disposer: Disposer,
  {
    put,
    ...way
  }: {
    readonly put: NonNullable<ShopBridge['setVisitorReference']>;
    readonly request: Request;
    readonly busy: (work: Promise<unknown>) => void;
  },
): Promise<void> {
  const { followReference } = await import('./visitor-reference.ts');
  if (!context.signal.aborted) disposer.add(followReference(context, put, way));
}

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
      const put = ports.use(shopBridgePort)[0]?.setVisitorReference;
      // Only a shop that takes the reference fetches what makes it.
      if (put) busy(handReference(context, disposer, { put, request, busy }));
      return disposer.stop;
    },
    async idle() {
      while (under.size) await Promise.all(under);
    },
  };
}
