import { bringWhole } from './track.ts';

/** A slide that gets the focus by keyboard comes wholly into sight. */
export function followFocus(track: HTMLElement): void {
  track.addEventListener('focusin', (event) => {
    const path = event.composedPath();
    const [link] = path;
    // By keyboard alone: a card that moves under a pressed pointer would lose its click.
    if (link instanceof Element && link.matches(':focus-visible')) bringWhole(track, path);
  });
}
