import type { JourneyEvent } from '@regulars/schema';
import type { Segment } from '../rules/segment.ts';
import { readReservations } from '../storage/read-reservations.ts';
import type { StoreName } from '../storage/storage-port.ts';
import type { Journey } from './journey-port.ts';
import type { JourneyExport, JourneyOptions } from './journey-room.ts';
import type { Writer } from './writer.ts';

/** The database of the caps where no other is named; as `campaigns/attention.ts`, a room to the right. */
const ATTENTION = 'regulars-attention';

/**
 * Reads everything the device keeps of its visitor, what waits to be stored included; makes no database. It is what
 * `exportJourney()` gives and what `<regulars-privacy>` counts and downloads.
 */
export async function exportJourney(
  { storage: { base, left }, now, key, attention = ATTENTION }: JourneyOptions,
  storeNames: readonly StoreName[],
  view: Pick<Journey, 'anonymousId'>,
  writer: Pick<Writer, 'flush'>,
): Promise<JourneyExport> {
  await writer.flush();
  const stores: Record<string, readonly (readonly [string | number, unknown])[]> = {};
  const events: JourneyEvent[] = [];
  if (base.mode() !== null || (await base.exists())) {
    await base.run(storeNames, 'readonly', async (rows) => {
      for (const name of storeNames) {
        if (name !== 'log') stores[name] = await rows[name].entries();
        else for (const [, { ev }] of await rows.log.entries<Segment>()) events.push(...JSON.parse(ev));
      }
    });
  }
  const held = key === undefined ? { shown: {} } : await readReservations(attention, `${key}/`);
  return {
    v: 1,
    exportedAt: now(),
    anonymousId: view.anonymousId(),
    events,
    stores,
    ...held,
    left: left.find(''),
  };
}
