import { exactly, type Row, shown } from '../../bench/row.ts';
import type { ChaosBackend } from './backend.ts';

/** Time of a tracked event, from its label. */
export const timeOf = (label: string): number => Number(label.split(' ')[2]);

/** Labels that were tracked and never came. */
export function missing(backend: ChaosBackend, tracked: readonly string[]): string[] {
  const came = new Set(backend.delivered.map(({ label }) => label));
  return tracked.filter((label) => !came.has(label));
}

/** Events that came under two ids: what dropping repeats by id cannot find. */
export function doubles({ delivered }: ChaosBackend): number {
  const labels = delivered.flatMap(({ label }) => label ?? []);
  return labels.length - new Set(labels).size;
}

/** First deliveries that came before one with a lower number of the same session. */
export function disordered({ delivered }: Pick<ChaosBackend, 'delivered'>): number {
  const last = new Map<string, number>();
  let wrong = 0;
  for (const { sid, seq } of delivered) {
    if (seq < (last.get(sid) ?? 0)) wrong += 1;
    last.set(sid, Math.max(seq, last.get(sid) ?? 0));
  }
  return wrong;
}

/** Events that receipts say are gone. */
export const receipted = ({ delivered }: ChaosBackend): number =>
  delivered.reduce((sum, { lost }) => sum + lost, 0);

/**
 * Events that were stored and never came, by the backend alone: they miss in the numbers of their sessions. Holds once
 * the last event of each session has come.
 */
export function gaps({ delivered }: ChaosBackend): number {
  const sessions = new Map<string, { last: number; came: Set<number> }>();
  for (const { sid, seq } of delivered) {
    const { last = 0, came = new Set<number>() } = sessions.get(sid) ?? {};
    sessions.set(sid, { last: Math.max(last, seq), came: came.add(seq) });
  }
  return [...sessions.values()].reduce((sum, { last, came }) => sum + last - came.size, 0);
}

/** Two required rows: receipts and what misses in the numbers of the sessions are the same. */
export function exactRows(caps: string, backend: ChaosBackend): Row[] {
  const [gone, told] = [gaps(backend), receipted(backend)];
  return [
    shown(`${caps}: numbers that miss in the sessions`, 'events', gone),
    exactly(`${caps}: of those, without a receipt`, 'events', Math.max(0, gone - told), 0),
    exactly(`${caps}: receipts beyond them`, 'events', Math.max(0, told - gone), 0),
  ];
}

/** The rows that every scenario has: what was tracked, what came, twice or out of order. */
export function ledgerRows(backend: ChaosBackend, tracked: number): Row[] {
  return [
    shown('events tracked', 'events', tracked),
    shown('events delivered', 'events', backend.delivered.filter(({ label }) => label).length),
    shown('repeats that the event id dropped', 'events', backend.repeats()),
    exactly('events delivered under two ids', 'events', doubles(backend), 0),
    exactly('first deliveries out of order', 'events', disordered(backend), 0),
  ];
}

/**
 * The ledger under the default caps, of a device that has nothing left to send: tracked = delivered + held + receipts.
 * @param promised what had to reach storage; default: all that was tracked.
 */
export function usualRows(
  { backend, tracked }: { readonly backend: ChaosBackend; readonly tracked: readonly string[] },
  promised: readonly string[] = tracked,
  held = 0,
): Row[] {
  const what = (rest: string): string => `default caps: ${rest}`;
  const lost = missing(backend, promised).length - held;
  const all = missing(backend, tracked).length - held;
  const receipts = receipted(backend);
  const reasons = new Set(backend.delivered.flatMap(({ lost: count, reason }) => (count && reason) || []));
  return [
    shown(what('events tracked'), 'events', tracked.length),
    shown(what('events delivered'), 'events', tracked.length - all - held),
    shown(what('events held on the device'), 'events', held),
    ...[...reasons].map((reason) => {
      const told = backend.delivered.filter((one) => one.reason === reason);
      return shown(
        what(`receipts, ${reason}`),
        'events',
        told.reduce((sum, one) => sum + one.lost, 0),
      );
    }),
    exactly(what('events gone without a receipt'), 'events', Math.max(0, lost - receipts), 0),
    exactly(what('receipts for what was not lost'), 'events', Math.max(0, receipts - all), 0),
  ];
}

/** A required row that holds when the mutant, the SDK without a safeguard, does harm. */
export const mutantFails = (what: string, unit: string, harm: number): Row => ({
  ...exactly(`mutant: ${what}, at least one`, unit, harm, 1),
  holds: harm >= 1,
});
