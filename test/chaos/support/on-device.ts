import { type ChaosBackend, openBackend } from './backend.ts';
import { buildPage, type Change } from './build-page.ts';
import { createDevice, type Device } from './device.ts';
import { missing, receipted } from './ledger.ts';

/** A chaos shop with its backend, and a device that visits it. */
export interface Visited {
  readonly backend: ChaosBackend;
  readonly device: Device;
}

/** What a scenario did. */
export interface Lived {
  /** Labels of all tracked events, whatever became of them. */
  readonly tracked: readonly string[];
}

/** What came of it. */
export interface Suffered extends Lived {
  readonly backend: ChaosBackend;
  /** Tracked and never delivered. */
  readonly lost: number;
  /** Of those, told by receipts. */
  readonly receipts: number;
}

/** Events that are gone and that no receipt tells of. */
export const unaccounted = ({ lost, receipts }: Suffered): number => Math.max(0, lost - receipts);

/**
 * Runs a scenario on a new device against a new backend, with changes of the SDK; both end with it. Rejects when a
 * change no longer finds its text, or with what the scenario throws.
 */
export async function onDevice<T extends Lived>(
  changes: readonly Change[],
  live: (visited: Visited) => Promise<T>,
  makeDevice: () => Promise<Device> = createDevice,
): Promise<T & Suffered> {
  const backend = await openBackend(await buildPage(changes));
  try {
    const device = await makeDevice();
    try {
      const lived = await live({ backend, device });
      return {
        ...lived,
        backend,
        lost: missing(backend, lived.tracked).length,
        receipts: receipted(backend),
      };
    } finally {
      await device.remove();
    }
  } finally {
    await backend.close();
  }
}
