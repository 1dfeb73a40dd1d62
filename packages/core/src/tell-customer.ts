import type { CorePieces } from './create-pieces.ts';

/** Key in `kv` of whether somebody was signed in. */
const SIGNED_IN = 'functional/signed-in';

/** Signed in or out, told once: the shop says it on every page. */
export async function tellCustomer(
  { storage, journey, consent }: CorePieces,
  isSignedIn: boolean,
): Promise<void> {
  await journey.ready();
  // Without leave to remember it, each page tells that somebody is signed in.
  const wasSignedIn =
    consent.allows('functional') &&
    (await storage.base.run(['kv'], 'readwrite', async ({ kv }) => {
      const before = await kv.get<boolean>(SIGNED_IN);
      if (before !== isSignedIn) await kv.put(isSignedIn, SIGNED_IN);
      return before ?? false;
    }));
  if (wasSignedIn === isSignedIn) return;
  journey.track(isSignedIn ? 'customer_identified' : 'customer_signed_out', {});
}
