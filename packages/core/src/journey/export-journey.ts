import type { JourneyEvent } from '@regulars/schema';
import type { Segment } from '../rules/segment.ts';
import type { RowBase } from '../storage/rows.ts';
import type { StoreName } from '../storage/storage-port.ts';
import type { JourneyExport } from './journey-room.ts';

/** Reads everything the device keeps of its visitor; makes no database. */
export async function exportJourney(
  base: RowBase<StoreName>,
  storeNames: readonly StoreName[],
  anonymousId: string,
  exportedAt: number,
): Promise<JourneyExport> {
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
  return { v: 1, exportedAt, anonymousId, events, stores };
}
