import { standOver } from './frame-host.ts';
import { PickSession } from './pick-session.ts';

/**
 * Opens the picker: point at an element, get ways to find it again with their reasons, write what the step says, see it
 * in place, copy the JSON of the step or of the whole tour. Returns its closing.
 */
export function openPick({
  onClose,
  locale = document.documentElement.lang || 'en',
}: {
  readonly onClose: () => void;
  readonly locale?: string;
}): () => void {
  const session = new PickSession(locale);
  const { host, closer } = session.frame;
  const leave = standOver(host);
  const close = (): void => {
    session.stop();
    leave();
  };
  closer.addEventListener('click', () => {
    close();
    onClose();
  });
  session.start();
  return close;
}
