import { purgeStorage } from '../consent/purge-storage.ts';
import { reporter } from '../errors/reporter.ts';
import type { Disposer } from '../lib/disposer.ts';
import type { Pieces, Writer } from './writer.ts';

/**
 * Follows the gate: drops and purges what was withdrawn, reads what became allowed.
 * @returns asks when what is allowed is read.
 */
export function followConsent(
  { consent, live, storage, problems, left }: Pieces,
  writer: Writer,
  stops: Disposer,
): () => Promise<void> {
  const { allows } = consent;
  let before = consent.granted();
  let ready = Promise.resolve();
  const follow = (): void => {
    if (!before.every(allows)) live.withdraw(false);
    before = consent.granted();
    const isAnswered = consent.state() === 'answered';
    if (isAnswered && !allows('analytics')) left.forget();
    if (!(['functional', 'analytics', 'personalization'] as const).some(allows)) writer.clear();
    if (!isAnswered) return;
    ready = purgeStorage(storage.base, allows)
      .catch(reporter(problems, 'purge-failed'))
      // What collectors track on this very change goes into the same first transaction.
      .then(() => writer.flush(true));
  };
  stops.add(consent.subscribe(follow));
  return () => ready;
}

/** Writes before the page goes, reads again when it comes back. */
export function followPage({ consent, left }: Pieces, { flush, waiting }: Writer, { on }: Disposer): void {
  // On the window, so that collectors on the document and in the capture phase have spoken before.
  on(window, 'visibilitychange', () => {
    void flush(document.visibilityState === 'visible' && consent.state() === 'answered');
  });
  // A click may leave the page sooner than the writer would write.
  on(window, 'click', () => setTimeout(flush), { capture: true });
  on(window, 'pagehide', () => {
    if (consent.allows('analytics')) left.leave(waiting());
    void flush();
  });
}
