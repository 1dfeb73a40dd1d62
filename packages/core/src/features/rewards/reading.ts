import type { Action, ActionResults } from '@regulars/schema';
import type { Decision, Presenter } from '../../campaigns/presenter-port.ts';
import type { ReadingView } from '../reward-views.ts';
import { type SlotView, viewBase } from '../slot-views.ts';
import type { RewardDesk } from './reward-desk.ts';

type Type = ReadingView['type'];
type ReadWhat = Extract<Action, { type: 'read' }>['what'];

/** What each element reads, and the member of the answer that holds it. */
const reads: Readonly<Record<Type, readonly [ReadWhat, keyof ActionResults['read']]>> = {
  wallet: ['wallet', 'wallet'],
  prizes: ['prizes', 'prizes'],
  coupon: ['prizes', 'prizes'],
  tier: ['tier', 'tier'],
  badges: ['badges', 'badges'],
  streak: ['streaks', 'streaks'],
  quest: ['quests', 'quests'],
  leaderboard: ['leaderboard', 'leaderboard'],
  referral: ['referral', 'referral'],
};

/** Widgets that show what the server says of the person. */
export const readingTypes = Object.keys(reads) as readonly Type[];

/** The readings of a page. */
export interface Readings {
  presenter(type: Type): Presenter;
  /** Reads every open one anew. */
  refresh(): void;
  /** Takes what is known away at once: the customer's token ended. */
  clear(): void;
  /** Points last read; `undefined`: unknown. */
  points(): number | undefined;
}

/** Builds the readings of a page. */
export function createReadings(desk: Omit<RewardDesk, 'onChange'>): Readings {
  const open = new Set<SlotView<ReadingView>>();
  let points: number | undefined;
  // An answer that was asked for before a sign-out belongs to somebody else.
  let era = 0;
  const load = async (own: SlotView<ReadingView>): Promise<void> => {
    const asked = era;
    const known = await readOne(desk, own, () => own.isOpen() && asked === era);
    if (known) ({ points } = known);
  };
  const refresh = (): void => {
    for (const own of open) desk.busy(load(own));
  };
  const shared: RewardDesk = { ...desk, onChange: refresh };
  return {
    refresh,
    points: () => points,
    clear() {
      points = undefined;
      era += 1;
      for (const own of open) own.set({ state: 'anonymous', known: undefined, answer: undefined });
    },
    presenter: (type) => ({
      type,
      refusal: ({ widget }) => (widget.type === type ? null : 'not-readable'),
      open(decision, events) {
        const { own, close } = desk.views.open<ReadingView>(
          decision,
          firstView(decision, desk),
          events,
          (signal) => {
            if (signal.type !== 'reward') return;
            if (signal.act === 'refresh') desk.busy(load(own));
            else desk.busy(import('./reward-act.ts').then(({ actOn }) => actOn(shared, own, signal)));
          },
        );
        open.add(own);
        desk.busy(load(own));
        return () => {
          open.delete(own);
          close();
        };
      },
    }),
  };
}

function firstView(decision: Decision, { shop }: Pick<RewardDesk, 'shop'>): ReadingView {
  const { type, props } = decision.widget;
  const canApply = shop?.applyCoupon !== undefined;
  // Type and props come from the same widget, which `refusal` has looked at.
  return { ...viewBase(decision), type, props, state: 'loading', canApply } as ReadingView;
}

/** Reads for one element while `wanted` holds; answers its points when it is a wallet. */
async function readOne(
  desk: Pick<RewardDesk, 'request'>,
  own: SlotView<ReadingView>,
  wanted: () => boolean,
): Promise<{ readonly points?: number | undefined } | undefined> {
  const { type, props } = own.view();
  const [what, member] = reads[type];
  const id = 'id' in props ? props.id : undefined;
  const [outcome, bought] = await Promise.all([
    desk.request({ type: 'read', what, ...(id !== undefined && { id }) }),
    type === 'wallet' ? desk.request({ type: 'read', what: 'offers' }) : undefined,
  ]);
  if (!wanted()) return undefined;
  if (outcome.ok) {
    const known = outcome.result[member];
    if (bought?.ok) own.set({ offers: bought.result.offers });
    own.set(
      (known ? { state: 'ready', known } : { state: 'anonymous', known: undefined }) as Partial<ReadingView>,
    );
    tellZone(desk, outcome.result);
    return outcome.result.wallet;
  }
  // What was read before stays readable while the line is down.
  const { reason } = outcome;
  const nobody = reason === 'not-eligible' || reason === 'not-found';
  const broken = reason === 'offline' || reason === 'unavailable';
  own.set(nobody ? { state: 'anonymous', known: undefined } : { state: broken ? 'offline' : 'error' });
  return undefined;
}

/** Says in which zone this device is, once a streak counts by it and by another so far. */
function tellZone({ request }: Pick<RewardDesk, 'request'>, { streaks }: ActionResults['read']): void {
  const value = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isElsewhere = streaks?.some(({ deviceZone = value }) => deviceZone !== value);
  // What is lost is said with the next look.
  if (isElsewhere) void request({ type: 'save', what: 'zone', value });
}
