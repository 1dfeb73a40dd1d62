import { purgeStorage } from '../consent/purge-storage.ts';
import { eventPurposes } from '../consent/purpose-table.ts';
import { reporter } from '../errors/reporter.ts';
import type { Disposer } from '../lib/disposer.ts';
import type { Pieces } from './pieces.ts';

/** Follows the gate: drops and purges what was withdrawn, reads what became allowed. Returns its stop. */
export function followConsent(pieces: Pieces, onLoading: (loading: Promise<void>) => void): () => void {
  const { consent, live, buffer, storage, problems, left } = pieces;
  let before = consent.granted();
  return consent.subscribe(() => {
    const withdrawn = before.some((one) => !consent.allows(one));
    before = consent.granted();
    if (withdrawn) live.withdraw(false);
    if (consent.state() === 'answered' && !consent.allows('analytics')) left.forget();
    if (![...eventPurposes, 'functional' as const].some(consent.allows)) buffer.clear();
    if (consent.state() === 'pending') return;
    const purged = purgeStorage(storage.base, consent.allows).catch(reporter(problems, 'purge-failed'));
    // What collectors track on this very change goes into the same first transaction.
    onLoading(purged.then(() => buffer.flush(true)));
  });
}

/** Writes before the page goes, reads again when it comes back. */
export function followPage({ buffer, consent, left }: Pieces, on: Disposer['on']): void {
  // On the window, so that collectors on the document and in the capture phase have spoken before.
  on(window, 'visibilitychange', () => {
    void buffer.flush(document.visibilityState === 'visible' && consent.state() === 'answered');
  });
  // A click may leave the page sooner than the buffer would write.
  on(window, 'click', () => setTimeout(() => void buffer.flush(), 0), { capture: true });
  on(window, 'pagehide', () => {
    if (consent.allows('analytics')) left.leave(buffer.waiting());
    void buffer.flush();
  });
}
