import { endPort } from '../journey/end-port.ts';
import type { PartContext } from '../journey/part.ts';

/** Erases all that this shop's script ever kept in the browser, and ends it: nothing runs on this page any more. */
export async function sayFarewell({ ports }: Pick<PartContext, 'ports'>): Promise<void> {
  for (const { consent, journey, forget, stop } of ports.use(endPort)) {
    consent.set([]);
    await journey.ready();
    await forget();
    await stop();
  }
  try {
    // The tools' own marks.
    for (const key of Object.keys(sessionStorage)) if (/^regulars-/.test(key)) sessionStorage.removeItem(key);
  } catch {
    // Storage is refused: then there is none.
  }
}
