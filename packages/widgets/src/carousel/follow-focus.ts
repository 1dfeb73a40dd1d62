import { bringWhole } from './track.ts';

/** A slide that gets the focus by keyboard comes wholly into sight. */
export function followFocus(track: HTMLElement): void {
  track.addEventListener('focusin', (event) => {
    const [link] = event.composedPath();
    // By keyboard alone: a card that moves under a pressed pointer would lose its click.
    if (link instanceof Element && link.matches(':focus-visible') && event.target instanceof Element)
      bringWhole(track, event.target);
  });
}
