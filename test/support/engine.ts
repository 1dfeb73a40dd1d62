import {
  type Core,
  type CoreOptions,
  createCore,
  type DeliveryPort,
  deliverTo,
  hostPart,
  type Inspection,
  inspector,
  type ResourcePort,
} from '@regulars/core';
import { type CampaignOptions, campaigns } from '@regulars/core/campaigns';
import { collect } from '@regulars/core/collect';
import { tours } from '@regulars/core/tours';
import type { SignalBatch } from '@regulars/schema';

/** A destination that takes everything and remembers it. */
export function createTestDelivery(): DeliveryPort & { readonly batches: SignalBatch[] } {
  const batches: SignalBatch[] = [];
  return {
    id: 'test',
    limits: { maxEvents: 100, maxBytes: 60_000, maxEventBytes: 8000, maxAgeMs: 864e5 },
    idempotent: 'event',
    erasure: 'Held in memory.',
    batches,
    send: async (batch) => {
      batches.push(batch);
      return { type: 'accepted' };
    },
    exit: () => false,
  };
}

/** Files by name; what is absent fails. */
export function createTestFiles(
  files: Readonly<Record<string, string>>,
): ResourcePort & { readonly loaded: string[] } {
  const loaded: string[] = [];
  return {
    loaded,
    load: async (name) => {
      loaded.push(name);
      const body = files[name];
      return body === undefined ? { type: 'failed', reason: 'not-found' } : { type: 'fresh', body };
    },
  };
}

/** One "page load" of an engine on fake ports. */
export interface TestEngine extends Core {
  inspect(): Inspection;
  readonly delivery: ReturnType<typeof createTestDelivery>;
  readonly problems: string[];
}

/** A document that shows these campaigns. */
export const documentOf = (...campaigns: readonly object[]) => ({
  formatVersion: 1,
  revision: 1,
  zone: 'Europe/Sofia',
  fallbackLocales: ['en'],
  campaigns,
});

/** What a shopper's device keeps between pages: give the same to two engines and they are two pages of one visit. */
export interface TestDevice {
  readonly name: string;
  readonly key: string;
}

export const newDevice = (): TestDevice => ({
  name: `regulars/${crypto.randomUUID()}`,
  key: crypto.randomUUID(),
});

/** Starts a core with campaigns and tours, its own databases and a fake clock. */
export function startEngine(
  device: TestDevice,
  document: CampaignOptions['document'],
  options: Partial<CoreOptions> & { readonly force?: readonly string[]; readonly control?: string } = {},
): TestEngine {
  const delivery = createTestDelivery();
  const problems: string[] = [];
  const { force, control, parts = [], ...rest } = options;
  const core = createCore({
    namespace: device.name,
    attention: `${device.name}-attention`,
    key: device.key,
    delivery: deliverTo([delivery]),
    locale: 'en',
    onProblem: ({ code, key }) => problems.push(key === undefined ? code : `${code} ${key}`),
    parts: [collect(), hostPart(), campaigns({ document, force, control }), tours(), ...parts],
    ...rest,
  });
  return Object.assign(core, { delivery, problems, inspect: inspector(core) });
}
