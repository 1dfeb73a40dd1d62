import type { SignalBatch } from '@regulars/schema';
import { reporter } from '../errors/reporter.ts';
import { createDisposer } from '../lib/disposer.ts';
import { createBody } from './create-body.ts';
import type { Claim } from './cursor.ts';
import type { DeliveryPort, SendOutcome } from './delivery-port.ts';
import type { SyncOptions } from './sync-port.ts';

/** An adapter that cannot harm the page. */
export interface Delivery {
  /** Resolves with `retry` as soon as one of the signals aborts. */
  send(claim: Claim, ends: readonly AbortSignal[]): Promise<SendOutcome>;
  exit(claim: Claim, signal: AbortSignal): boolean;
}

/** The adapter behind a guard: a contract says it never throws, the page must not pay when it does. */
export function createDelivery(port: DeliveryPort, options: SyncOptions): Delivery {
  const bodyOf = ({ batch, row }: Claim): SignalBatch => createBody(batch.events, row, port.id, options);
  const failed = reporter(options.problems, 'adapter-threw', port.id);
  const waits = reporter(options.problems, 'delivery-waits', port.id);
  const send: Delivery['send'] = async (claim, ends) => {
    if (claim.batch.events.length === 0) return { type: 'accepted' };
    const { signal, aborted, stop } = joinSignals(ends);
    try {
      if (signal.aborted) return await aborted;
      const outcome = await Promise.race([port.send(bodyOf(claim), { signal }), aborted]);
      if (!signal.aborted && ['retry', 'pause'].includes(outcome.type)) waits();
      return outcome;
    } catch (cause) {
      failed(cause);
      return { type: 'retry' };
    } finally {
      stop();
    }
  };
  const exit: Delivery['exit'] = (claim, signal) => {
    try {
      return port.exit(bodyOf(claim), { signal });
    } catch (cause) {
      failed(cause);
      return false;
    }
  };
  return { send, exit };
}

/** One signal for several ends (`AbortSignal.any` is younger than the browsers we serve). */
function joinSignals(ends: readonly AbortSignal[]): {
  readonly signal: AbortSignal;
  /** Also ends the wait for an adapter that does not listen to its signal. */
  readonly aborted: Promise<SendOutcome>;
  readonly stop: () => void;
} {
  const controller = new AbortController();
  const stops = createDisposer();
  const aborted = new Promise<SendOutcome>((resolve) => {
    const abort = (): void => {
      controller.abort();
      resolve({ type: 'retry' });
    };
    for (const end of ends) {
      if (end.aborted) abort();
      else stops.on(end, 'abort', abort);
    }
  });
  return { signal: controller.signal, aborted, stop: stops.stop };
}
