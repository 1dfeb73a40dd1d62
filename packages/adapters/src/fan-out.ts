import type { DeliveryPort, SendOptions } from '@regulars/core';
import type { ConsentPurpose, EventName, SignalBatch } from '@regulars/schema';

/** One of several destinations. */
export interface Branch {
  readonly port: DeliveryPort;
  /** Names its cursor where two destinations are of one kind (default: the adapter's). */
  readonly id?: string | undefined;
  /** Purpose without which an event does not go there, when it was captured and when it is sent (default `analytics`). */
  readonly purpose?: ConsentPurpose | undefined;
  /** Events that go there (default: all). */
  readonly events?: readonly EventName[] | undefined;
}

/**
 * Delivers to several destinations from the one stored journey: `deliverTo(fanOut([…]))`. Each keeps its own cursor, waits and
 * limits: one that fails holds no other. @throws TypeError when two have the same id.
 */
export function fanOut(branches: readonly Branch[]): readonly DeliveryPort[] {
  const ports = branches.map(({ port, id = port.id, purpose = 'analytics', events }): DeliveryPort => {
    const pick = (batch: SignalBatch, { consent: now }: SendOptions): SignalBatch => ({
      ...batch,
      events: batch.events.filter(
        ({ name, consent }) =>
          consent.includes(purpose) && now?.allows(purpose) !== false && (events?.includes(name) ?? true),
      ),
    });
    return {
      ...port,
      id,
      async send(batch, options) {
        const picked = pick(batch, options);
        return picked.events.length > 0 ? port.send(picked, options) : { type: 'accepted' };
      },
      exit(batch, options) {
        const picked = pick(batch, options);
        return picked.events.length > 0 && port.exit(picked, options);
      },
    };
  });
  const twice = ports.find(({ id }, at) => ports.findIndex((one) => one.id === id) !== at);
  if (twice) throw new TypeError(`two destinations are named "${twice.id}": give one another id`);
  return ports;
}
