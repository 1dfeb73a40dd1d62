import type { ConsentPurpose } from '@regulars/schema';
import type { ProblemSink } from '../errors/problem-sink.ts';
import { reporter } from '../errors/reporter.ts';
import { createSubscribable } from '../lib/subscribable.ts';
import type { ConsentControl } from './consent-port.ts';
import { allPurposes } from './purpose-table.ts';
import { saysGpc } from './says-gpc.ts';

/** Builds the gate: pending until the shop tells, and on every page anew; the browser's word stands over it. */
export function createConsentGate({ problems }: { readonly problems: ProblemSink }): ConsentControl {
  let granted: readonly ConsentPurpose[] | null = null;
  const listeners = createSubscribable<void>(reporter(problems, 'listener-failed', 'consent'));
  const list = (): readonly ConsentPurpose[] => granted ?? ['necessary'];
  return {
    state: () => (granted ? 'answered' : 'pending'),
    allows: (purpose) => list().includes(purpose),
    granted: list,
    subscribe: listeners.add,
    set(answer) {
      const next =
        answer &&
        allPurposes.filter((one, at) => !at || (answer.includes(one) && !(one === 'marketing' && saysGpc())));
      if (String(next) === String(granted)) return;
      granted = next;
      listeners.tell();
    },
  };
}
