import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { prefersStill } from '../motion.ts';

/**
 * When a result may be told. A game moves only for a draw that this element saw begin; a result that is already known
 * (another page, a reload) and a visitor who prefers less motion get it at once.
 */
export class Reveal implements ReactiveController {
  /** The game stands still; a result may be told. */
  settled = true;
  /** The draw was asked for from this element. */
  sawDraw = false;

  readonly #host: ReactiveControllerHost;
  readonly #onSettled: () => void;
  #index: number | undefined;
  #moved: number | undefined;
  #animation: Animation | undefined;

  constructor(host: ReactiveControllerHost, onSettled: () => void) {
    this.#host = host;
    this.#onSettled = onSettled;
    host.addController(this);
  }

  /** Told before each render what the engine says. */
  follow(state: string | undefined, index: number | undefined): void {
    if (state === 'drawing') this.sawDraw = true;
    if (index === this.#index) return;
    this.#index = index;
    this.#moved = undefined;
    this.settled = index === undefined || !this.sawDraw || prefersStill();
  }

  /** Told after each render: moves once for a result, then tells it; a game that waits for the visitor gives no move. */
  move(animate?: () => Animation | undefined): void {
    if (this.#index === undefined || this.#moved === this.#index) return;
    this.#moved = this.#index;
    if (this.settled) {
      if (this.sawDraw) this.#onSettled();
      return;
    }
    if (!animate) return;
    this.#animation = animate();
    if (!this.#animation) {
      this.settle();
      return;
    }
    this.#animation.finished.then(
      () => this.settle(),
      () => {
        // Cancelled: another prize or removal.
      },
    );
  }

  /** Stands still now: the result may be told. */
  settle(): void {
    if (this.settled) return;
    this.settled = true;
    this.#host.requestUpdate();
    this.#onSettled();
  }

  hostDisconnected(): void {
    this.#animation?.cancel();
    // Back in the page (a move), the result is there at once.
    this.settled = true;
  }
}
