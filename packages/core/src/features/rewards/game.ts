import type { ActionOutcome, ActionResults } from '@regulars/schema';
import type { PartContext } from '../../journey/part.ts';
import { keyed } from '../../storage/keyed-store.ts';
import type { KeyedStore } from '../../storage/storage-port.ts';
import type { GameView } from '../reward-views.ts';
import type { SlotView } from '../slot-views.ts';
import type { WidgetSignal } from '../widget-signal.ts';
import type { RewardDesk } from './reward-desk.ts';

/** What the visitor does in a game. */
export type GameAct = Omit<Extract<WidgetSignal, { type: 'game' }>, 'type' | 'campaignId'>;
/** What goes with a draw beside its key. */
type Entry = Omit<GameAct, 'act'>;

/** What is stored of a play: its key before the draw is asked for, then what the server answered. */
interface Play extends Entry {
  readonly playKey: string;
  readonly draw?: ActionResults['draw'] | undefined;
  readonly claim?: ActionResults['claim'] | undefined;
}

/** Refusals after which the same draw may still come through: its key is kept. */
const passing = ['offline', 'unavailable', 'rate-limited'];

const playsOf = ({ storage }: PartContext): KeyedStore => keyed(storage, 'play', 'necessary');
const keyOf = ({ decision }: SlotView<GameView>): string => `play:${decision.campaign.id}`;
const newPlay = (entry: Entry): Play => ({ ...entry, playKey: crypto.randomUUID() });

/** View of a play as it is stored. */
function stateOf({ draw, claim }: Play): Partial<GameView> {
  if (!draw) return { state: 'idle' };
  const { prizeIndex, label, win } = draw;
  const drawn = { prizeIndex, label, win, reason: undefined };
  if (!claim) return { ...drawn, state: 'drawn' };
  const { code, points, endsAt } = claim;
  return { ...drawn, state: 'claimed', code, points, endsAt };
}

/** Says why not; offline is a state of its own before the draw, and a reason after it. */
function refuse(
  own: SlotView<GameView>,
  { reason }: ActionOutcome & { readonly ok: false },
  drawn: boolean,
): void {
  if (drawn) own.set({ state: 'drawn', reason });
  else if (reason === 'offline' || reason === 'unavailable') own.set({ state: 'offline', reason });
  else own.set({ state: 'refused', reason });
}

/** The key is stored before the request: the same key finds the same prize, whatever happens in between. */
async function draw(desk: RewardDesk, own: SlotView<GameView>, entry: Entry): Promise<Play | null> {
  const { context, request } = desk;
  const store = playsOf(context);
  const { id: campaignId } = own.decision.campaign;
  const key = keyOf(own);
  // A stored play goes on with the answers that it was begun with.
  const before = (await store.update<Play>(key, (old) => old ?? newPlay(entry))) ?? newPlay(entry);
  const { playKey, answers, ageConfirmed } = before;
  const sent = { ...(answers && { answers: [...answers] }), ...(ageConfirmed && { ageConfirmed }) };
  const outcome = await request({ type: 'draw', campaignId, playKey, ...sent }, { signal: context.signal });
  if (!outcome.ok) {
    // Nothing was drawn and nothing will be with this key: the next try begins anew.
    if (!before.draw && !passing.includes(outcome.reason)) await store.delete(key);
    refuse(own, outcome, before.draw !== undefined);
    return null;
  }
  const play: Play = { ...before, draw: outcome.result };
  await store.set(key, play);
  if (!before.draw) {
    const { prizeIndex } = outcome.result;
    context.journey.track('prize_drawn', { campaignId, prizeIndex }, { critical: true });
  }
  return play;
}

async function claim(desk: RewardDesk, own: SlotView<GameView>, again = true): Promise<void> {
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
    desk.onChange();
  } else if (outcome.reason === 'token-expired' && again) {
    // The same play gets a new token; the prize is claimable until its own end.
    if (await draw(desk, own, {})) await claim(desk, own, false);
  } else refuse(own, outcome, true);
}

/** Draws and shows what came of it. */
async function play(desk: RewardDesk, own: SlotView<GameView>, entry: Entry): Promise<void> {
  own.set({ state: 'drawing', reason: undefined });
  const drawn = await draw(desk, own, entry);
  if (!drawn) return;
  own.set(stateOf(drawn));
  desk.onChange();
}

/** One transition per act; acts of another state are ignored. */
function act(desk: RewardDesk, own: SlotView<GameView>, { act: what, ...entry }: GameAct): void {
  const { state, reason } = own.view();
  // A quiz that was not passed may be tried again, where the server allows it.
  const again = state === 'refused' && reason === 'quiz-failed';
  if (what === 'draw' && (state === 'idle' || state === 'offline' || again)) {
    if (navigator.onLine) desk.busy(play(desk, own, entry));
    else own.set({ state: 'offline', reason: 'offline' });
  } else if (what === 'claim' && state === 'drawn') {
    own.set({ state: 'claiming', reason: undefined });
    desk.busy(claim(desk, own));
  }
}

/** Shows what is stored of an earlier page; a draw whose answer never came is asked for again with its key. */
async function restore(desk: RewardDesk, own: SlotView<GameView>): Promise<void> {
  const stored = await playsOf(desk.context).get<Play>(keyOf(own));
  if (!stored || !own.isOpen()) return;
  if (stored.draw) own.set(stateOf(stored));
  else if (navigator.onLine && own.view().state === 'idle') await play(desk, own, {});
}

/** Plays a game that has its slot: its acts, its stored play, the line coming back. */
export interface GamePlay {
  readonly act: (what: GameAct) => void;
  readonly stop: () => void;
}

/** Begins to play, from what is stored of an earlier page. */
export function playGame(desk: RewardDesk, own: SlotView<GameView>): GamePlay {
  const onLine = (): void => {
    if (own.view().state === 'offline') own.set({ state: 'idle', reason: undefined });
  };
  addEventListener('online', onLine);
  desk.busy(restore(desk, own));
  return { act: (what) => act(desk, own, what), stop: () => removeEventListener('online', onLine) };
}
