import { ID_KEY, identityPurposes } from '../consent/purpose-table.ts';
import { endPort } from '../journey/end-port.ts';
import type { PartContext } from '../journey/part.ts';

/** A clock may have been ahead by it when an id was made (ms). */
const AHEAD_MS = 86_400_000;

/** A UUIDv7 that was not made in the future; anything else names nobody. */
export function isId(text: string | null | undefined, nowMs: number): text is string {
  const form = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
  return form.test(text ?? '') && Number.parseInt(String(text).replace('-', ''), 16) < nowMs + AHEAD_MS;
}

/** Whether the anonymous id may be kept. */
export const mayKeep = ({ consent }: Pick<PartContext, 'consent'>): boolean =>
  consent.state() === 'answered' && identityPurposes.some(consent.allows);

/**
 * Makes the older of this device's id and another one the device's id, in one transaction, and answers it; ids sort by
 * the time they were made. What was not sent yet goes under it; what a backend has under the younger one it joins itself.
 */
export async function adoptId(
  { journey, storage, ports }: PartContext,
  other: string | undefined,
): Promise<string> {
  // At once: before the journey's own first write, so that nothing is sent under the younger one.
  const own = journey.anonymousId();
  const id = await storage.base.run(['kv'], 'readwrite', async ({ kv }) => {
    const stored = await kv.get<string>(ID_KEY);
    const oldest = [stored ?? own, ...(other ? [other] : [])].sort()[0] ?? own;
    if (oldest !== stored) await kv.put(oldest, ID_KEY);
    return oldest;
  });
  const [end] = ports.use(endPort);
  await end?.journey.ready();
  if (journey.anonymousId() !== id) await end?.journey.flush(true);
  return id;
}
