import type { ActionOutcome, ActionResults } from '@regulars/schema';
import type { PartContext } from '../../journey/part.ts';
import { keyed } from '../../storage/keyed-store.ts';
import type { KeyedStore } from '../../storage/storage-port.ts';
import type { SlotView } from '../slot-views.ts';
import type { WheelView } from '../widget-view.ts';
import type { WheelDesk } from './wheel-desk.ts';

/** What is stored of a play: its key before the draw is asked for, then what the server answered. */
interface Play {
  readonly playKey: string;
  readonly draw?: ActionResults['draw'] | undefined;
  readonly claim?: ActionResults['claim'] | undefined;
}

const playsOf = ({ storage }: PartContext): KeyedStore => keyed(storage, 'play', 'necessary');
const keyOf = ({ decision }: SlotView<WheelView>): string => `play:${decision.campaign.id}`;

/** View of a play as it is stored. */
function stateOf({ draw, claim }: Play): Partial<WheelView> {
  if (!draw) return { state: 'idle' };
  const { prizeIndex, label, win } = draw;
  const drawn = { prizeIndex, label, win, reason: undefined };
  if (!claim) return { ...drawn, state: 'drawn' };
  const { code, points, endsAt } = claim;
  return { ...drawn, state: 'claimed', code, points, endsAt };
}

/** Says why not; offline is a state of its own before the draw, and a reason after it. */
function refuse(
  own: SlotView<WheelView>,
  outcome: ActionOutcome & { readonly ok: false },
  drawn: boolean,
): void {
  const { reason } = outcome;
  const broken = reason === 'offline' || reason === 'unavailable';
  if (drawn) own.set({ state: 'drawn', reason });
  else own.set(broken ? { state: 'offline', reason } : { state: 'refused', reason });
}

/** The key is stored before the request: the same key finds the same prize, whatever happens in between. */
async function draw(desk: WheelDesk, own: SlotView<WheelView>): Promise<Play | null> {
  const { context, request } = desk;
  const store = playsOf(context);
  const { id: campaignId } = own.decision.campaign;
  const key = keyOf(own);
  const before = (await store.update<Play>(key, (old) => old ?? { playKey: crypto.randomUUID() })) ?? {
    playKey: crypto.randomUUID(),
  };
  const outcome = await request(
    { type: 'draw', campaignId, playKey: before.playKey },
    { signal: context.signal },
  );
  if (!outcome.ok) {
    refuse(own, outcome, before.draw !== undefined);
    return null;
  }
  const play: Play = { ...before, draw: outcome.result };
  await store.set(key, play);
  if (!before.draw) {
    context.journey.track(
      'prize_drawn',
      { campaignId, prizeIndex: outcome.result.prizeIndex },
      { critical: true },
    );
  }
  return play;
}

async function claim(desk: WheelDesk, own: SlotView<WheelView>, again = true): Promise<void> {
  const { context, request } = desk;
  const store = playsOf(context);
  const play = await store.get<Play>(keyOf(own));
  const claimToken = play?.draw?.claimToken;
  if (!play || !claimToken) {
    own.set({ state: 'refused', reason: 'not-found' });
    return;
  }
  const outcome = await request({ type: 'claim', claimToken }, { signal: context.signal });
  if (outcome.ok) {
    const claimed: Play = { ...play, claim: outcome.result };
    await store.set(keyOf(own), claimed);
    own.set(stateOf(claimed));
    context.journey.track('prize_claimed', { campaignId: own.decision.campaign.id }, { critical: true });
    desk.onClaim();
  } else if (outcome.reason === 'token-expired' && again) {
    // The same play gets a new token; the prize is claimable until its own end.
    if (await draw(desk, own)) await claim(desk, own, false);
  } else refuse(own, outcome, true);
}

/** One transition per act; acts of another state are ignored. */
function act(desk: WheelDesk, own: SlotView<WheelView>, what: 'draw' | 'claim' | 'settled'): void {
  const { state } = own.view();
  if (what === 'draw' && (state === 'idle' || state === 'offline')) {
    if (!navigator.onLine) {
      own.set({ state: 'offline', reason: 'offline' });
      return;
    }
    own.set({ state: 'drawing', reason: undefined });
    desk.busy(draw(desk, own).then((play) => play && own.set(stateOf(play))));
  } else if (what === 'claim' && state === 'drawn') {
    own.set({ state: 'claiming', reason: undefined });
    desk.busy(claim(desk, own));
  }
}

/** Plays a wheel that has its slot: its acts, its stored play, the line coming back. */
export interface WheelPlay {
  readonly act: (what: 'draw' | 'claim' | 'settled') => void;
  readonly stop: () => void;
}

/** Begins to play, from what is stored of an earlier page. */
export function playWheel(desk: WheelDesk, own: SlotView<WheelView>): WheelPlay {
  const onLine = (): void => {
    if (own.view().state === 'offline') own.set({ state: 'idle', reason: undefined });
  };
  addEventListener('online', onLine);
  const restore = async (): Promise<void> => {
    const play = await playsOf(desk.context).get<Play>(keyOf(own));
    if (play?.draw && own.isOpen()) own.set(stateOf(play));
  };
  desk.busy(restore());
  return { act: (what) => act(desk, own, what), stop: () => removeEventListener('online', onLine) };
}
