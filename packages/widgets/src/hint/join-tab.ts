import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { firstStop } from '../lib/join-tab.ts';

/**
 * Puts a beacon behind its target for Tab: from the target to it, and from there on as if it stood in the page right after
 * the target.
 */
function joinBeacon(event: KeyboardEvent, target: HTMLElement, beacon: HTMLElement): void {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
  const [from] = event.composedPath();
  if (from === target && !event.shiftKey) {
    event.preventDefault();
    beacon.focus({ preventScroll: true });
  } else if (from === beacon) {
    // Focused before the browser moves on: Tab then goes from the target to what follows it.
    target.focus({ preventScroll: true });
    if (event.shiftKey) event.preventDefault();
  }
}

/** Joins the beacon that an element shows to its target for Tab, while there is one. */
export class JoinTab implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #target: () => Element | null;

  /** `target` answers `null` while nothing is to be joined. */
  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    target: () => Element | null,
  ) {
    this.#host = host;
    this.#target = target;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onTab, { capture: true });
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onTab, { capture: true });
  }

  readonly #onTab = (event: KeyboardEvent): void => {
    const stop = firstStop(this.#target());
    const beacon = this.#host.renderRoot.querySelector<HTMLElement>(
      '.spot:not([data-empty], [data-covered]) > .beacon',
    );
    if (stop && beacon) joinBeacon(event, stop, beacon);
  };
}
