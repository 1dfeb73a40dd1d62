import type { Decision, Presenter } from '../../campaigns/presenter-port.ts';
import type { GameView } from '../reward-views.ts';
import { type SlotView, viewBase } from '../slot-views.ts';
import type { GamePlay } from './game.ts';
import type { RewardDesk } from './reward-desk.ts';

/** Widgets that draw from a pool; they differ in how they show it. */
export const gameTypes: readonly GameView['type'][] = ['wheel', 'scratch', 'box', 'reels', 'quiz'];

/** First view of a decision; `null`: it is no game of this type, or its pool is not published. */
function firstView({ widget, pool, ...decision }: Decision, type: GameView['type']): GameView | null {
  const draws = 'draw' in widget.props && widget.props.draw !== undefined;
  if (widget.type !== type || (draws && !pool) || (!draws && type !== 'quiz')) return null;
  const state = navigator.onLine || !draws ? 'idle' : 'offline';
  // One literal per type could not be told apart by the compiler: type and props come from the same widget.
  const { props } = widget;
  return { ...viewBase({ ...decision, widget }), type, props, pool, state } as GameView;
}

/** Shows campaigns of one game: the server draws, the element shows what it is told. */
export function createGamePresenter(desk: RewardDesk, type: GameView['type']): Presenter {
  return {
    type,
    refusal: (decision) => (firstView(decision, type) ? null : 'pool-unknown'),
    open(decision, events) {
      let close = (): void => {};
      let isOver = false;
      const end = (): void => {
        isOver = true;
        close();
      };
      const start = async (): Promise<void> => {
        const isOn = await desk.games.isOn();
        if (isOver) return;
        if (isOn) close = openGame(desk, type, decision, events);
        else events.ended({ cause: 'failed', detail: 'switched-off' });
      };
      desk.busy(start());
      return end;
    },
  };
}

/** Puts a game into its slot, until it is closed or the visitor wants no more games; answers its closing. */
function openGame(
  desk: RewardDesk,
  type: GameView['type'],
  decision: Decision,
  events: Parameters<Presenter['open']>[1],
): () => void {
  const first = firstView(decision, type);
  if (!first) return () => {};
  const { own, close } = desk.views.open<GameView>(decision, first, events, (signal) => {
    if (signal.type === 'game') desk.busy(play().then(({ act }) => act(signal)));
  });
  let playing: Promise<GamePlay> | undefined;
  const play = (): Promise<GamePlay> => {
    playing ??= fetchPlay(desk, own).catch((cause: unknown) => {
      playing = undefined;
      throw cause;
    });
    return playing;
  };
  desk.busy(play());
  const end = (): void => {
    stop();
    close();
    if (playing) desk.busy(playing.then((game) => game.stop()));
  };
  const stop = desk.games.onOff(() => {
    end();
    events.ended({ cause: 'failed', detail: 'switched-off' });
  });
  return end;
}

/** Fetched with the first game: most pages have none. Where that fails, the next act tries again. */
async function fetchPlay(desk: RewardDesk, own: SlotView<GameView>): Promise<GamePlay> {
  try {
    return (await import('./game.ts')).playGame(desk, own);
  } catch (cause) {
    own.set({ state: 'offline', reason: 'offline' });
    throw cause;
  }
}
