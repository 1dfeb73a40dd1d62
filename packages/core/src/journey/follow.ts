import { purgeStorage } from '../consent/purge-storage.ts';
import { countedPurposes } from '../consent/purpose-table.ts';
import { reporter } from '../errors/reporter.ts';
import type { Pieces } from './pieces.ts';
import type { Writer } from './writer.ts';

/**
 * Follows the gate: drops and purges what was withdrawn, reads what became allowed.
 * @returns asks when what is allowed is read.
 */
export function followConsent(
  { consent, live, storage, problems }: Pieces,
  writer: Writer,
): () => Promise<void> {
  const { allows } = consent;
  let before = consent.granted();
  let ready = Promise.resolve();
  consent.subscribe(() => {
    if (!before.every(allows)) live.withdraw(false);
    before = consent.granted();
    if (!countedPurposes.some(allows)) writer.clear();
    if (consent.state() === 'pending') return;
    // Of what pages left, words about tours are functional.
    const isRefused = ([key]: readonly [string, unknown]): boolean =>
      !allows(key.includes('/left/tour/') ? 'functional' : 'analytics');
    storage.left.drop(storage.left.find('').filter(isRefused));
    ready = purgeStorage(storage.base, allows)
      .catch(reporter(problems, 'purge-failed'))
      // What collectors track on this very change goes into the same first transaction.
      .then(() => writer.flush(true));
  });
  return () => ready;
}

/** Writes before the page goes, reads again when it comes back. */
export function followPage(pieces: Pieces, { flush, waiting }: Writer): void {
  const { consent, storage, signal } = pieces;
  // On the window, so that collectors on the document and in the capture phase have spoken before.
  addEventListener('visibilitychange', () => void flush(document.visibilityState === 'visible'), { signal });
  // A click may leave the page sooner than the writer would write.
  addEventListener('click', () => setTimeout(flush), { capture: true, signal });
  addEventListener(
    'pagehide',
    () => {
      if (consent.allows('analytics') && waiting()[0]) storage.left.leave('events', waiting());
      void flush();
    },
    { signal },
  );
}
