import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { prefersStill } from '../lib/motion.ts';
import { restingAngle, type Sector } from './sectors.ts';

/** Whole turns before the wheel comes to rest. */
const TURNS = 6;

/**
 * Turns the disc to its sector. It turns only for a draw that this element saw begin; a result that is already known
 * (another page, a reload) and a visitor who prefers less motion get it at once.
 */
export class SpinController implements ReactiveController {
  /** The wheel stands still; a result may be told. */
  settled = true;

  readonly #host: ReactiveControllerHost;
  readonly #onSettled: () => void;
  #animation: Animation | undefined;
  #sawDraw = false;
  #index: number | undefined;
  #turned: number | undefined;

  constructor(host: ReactiveControllerHost, onSettled: () => void) {
    this.#host = host;
    this.#onSettled = onSettled;
    host.addController(this);
  }

  /** Told before each render what the engine says. */
  follow(state: string | undefined, index: number | undefined): void {
    if (state === 'drawing') this.#sawDraw = true;
    if (index === this.#index) return;
    this.#index = index;
    this.#turned = undefined;
    this.settled = index === undefined || !this.#sawDraw || prefersStill();
  }

  /** Told after each render where the disc must rest. */
  turn(disc: SVGGElement, sector: Sector, durationMs: number): void {
    const angle = restingAngle(sector, TURNS);
    if (this.#turned === angle) return;
    this.#turned = angle;
    this.#animation?.cancel();
    disc.style.transform = `rotate(${angle % 360}deg)`;
    if (this.settled) {
      if (this.#sawDraw) this.#onSettled();
      return;
    }
    this.#animation = disc.animate([{ transform: 'rotate(0deg)' }, { transform: `rotate(${angle}deg)` }], {
      duration: durationMs,
      easing: 'cubic-bezier(0.12, 0.72, 0.1, 1)',
    });
    this.#animation.finished.then(
      () => this.#settle(),
      () => {
        // Cancelled: another prize or removal.
      },
    );
  }

  hostDisconnected(): void {
    this.#animation?.cancel();
    // Back in the page (a move), the result is there at once.
    this.settled = true;
  }

  #settle(): void {
    this.settled = true;
    this.#host.requestUpdate();
    this.#onSettled();
  }
}
