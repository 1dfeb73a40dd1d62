import { factSourcePort } from '../../campaigns/fact-source.ts';
import { presenterPort } from '../../campaigns/presenter-port.ts';
import { type CustomerListener, customerPort } from '../../journey/customer-port.ts';
import type { Part, PartContext } from '../../journey/part.ts';
import { createDisposer, type Disposer } from '../../lib/disposer.ts';
import { type Request, requestPort } from '../../lib/request-port.ts';
import { type ShopBridge, shopBridgePort } from '../shop-bridge.ts';
import { createSlotViews } from '../slot-views.ts';
import { viewSourcePort } from '../widget-signal.ts';
import { createCountdownPresenter } from './countdown.ts';
import { createGamePresenter, gameTypes } from './game-presenter.ts';
import { createGameSwitch } from './game-switch.ts';
import { createProgressPresenter } from './progress.ts';
import { createReadings, type Readings, readingTypes } from './reading.ts';
import type { RewardDesk } from './reward-desk.ts';

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

/** Signed out, or another person's token: what belonged to the one before goes first. */
const followCustomer =
  ({ clear, refresh }: Readings): CustomerListener =>
  (isSignedIn) => {
    clear();
    if (isSignedIn) refresh();
  };

/** Shows campaigns of the reward widgets, and ties orders to the visitor. Value is decided on the server. */
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
      const shop = ports.use(shopBridgePort)[0];
      const disposer = createDisposer();
      const games = createGameSwitch(context, disposer, failed);
      const readings = createReadings({ context, views, request, shop, games, busy });
      const desk: RewardDesk = { context, views, request, shop, games, busy, onChange: readings.refresh };
      for (const presenter of [
        ...readingTypes.map(readings.presenter),
        ...gameTypes.map((type) => createGamePresenter(desk, type)),
        createProgressPresenter(desk),
        createCountdownPresenter(desk),
      ])
        disposer.add(ports.provide(presenterPort, presenter));
      disposer.add(ports.provide(viewSourcePort, views));
      const facts = (): { readonly 'wallet.points': number | undefined } => ({
        'wallet.points': readings.points(),
      });
      disposer.add(ports.provide(factSourcePort, { name: 'rewards', facts }));
      disposer.add(ports.provide(customerPort, followCustomer(readings)));
      disposer.add(journey.onEvent(({ name }) => name === 'order_placed' && readings.refresh()));
      const put = shop?.setVisitorReference;
      // Only a shop that takes the reference fetches what makes it.
      if (put) busy(handReference(context, disposer, { put, request, busy }));
      return disposer.stop;
    },
    async idle() {
      while (under.size) await Promise.all(under);
    },
  };
}
