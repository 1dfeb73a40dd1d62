import { html, svg, type TemplateResult } from 'lit';
import { icon } from '../lib/icons.ts';
import type { Text } from '../lib/types.ts';

/** A row that moves on by itself, after the W3C carousel pattern. */
export interface Autoplay {
  /** Moving, or only paused by the pointer or a hidden tab. */
  isOn(): boolean;
  /** What stops and starts it. */
  button(text: Text): TemplateResult;
  stop(): void;
}

/**
 * Moves a row on every so many seconds. Focus inside ends it for good, the pointer over it and a hidden tab pause it,
 * and a visitor who prefers less motion never sees it start by itself.
 */
export function startAutoplay(
  element: HTMLElement,
  options: {
    readonly seconds: number;
    /** The visitor prefers less motion. */
    readonly still: boolean;
    readonly next: () => void;
    readonly changed: () => void;
  },
): Autoplay {
  const ended = new AbortController();
  const { signal } = ended;
  let on = !options.still;
  let hovered = false;
  const timer = setInterval(() => {
    if (on && !hovered && document.visibilityState === 'visible') options.next();
  }, options.seconds * 1000);
  const set = (value: boolean): void => {
    if (on === value) return;
    on = value;
    options.changed();
  };
  const hover = (event: PointerEvent): void => {
    hovered = event.type === 'pointerenter';
  };
  element.addEventListener('pointerenter', hover, { signal });
  element.addEventListener('pointerleave', hover, { signal });
  element.addEventListener(
    'focusin',
    (event) => {
      const [target] = event.composedPath();
      // A pointer that presses the button says by the press what it wants.
      const pressed = target instanceof Element && target.matches('[part="rotation"]:not(:focus-visible)');
      if (!pressed) set(false);
    },
    { signal },
  );
  return {
    isOn: () => on,
    button: (text) => html`<button type="button" class="round" part="rotation" @click=${() => set(!on)}
      aria-label=${text(on ? 'carousel.stop' : 'carousel.start')}>${icon(on ? pause() : play(), false)}</button>`,
    stop() {
      clearInterval(timer);
      ended.abort();
    },
  };
}

const pause = (): TemplateResult => svg`<path d="M9 6v12M15 6v12" />`;
const play = (): TemplateResult => svg`<path d="m8 5 11 7-11 7Z" />`;
