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
function doubles({ delivered }: ChaosBackend): number {
  const labels = delivered.flatMap(({ label }) => label ?? []);
  return labels.length - new Set(labels).size;
}

/** First deliveries that came before one with a lower number of the same session. */
function disordered({ delivered }: ChaosBackend): number {
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

/** A required row that holds when the mutant, the SDK without a safeguard, does harm. */
export const mutantFails = (what: string, unit: string, harm: number): Row => ({
  ...exactly(`mutant: ${what}, at least one`, unit, harm, 1),
  holds: harm >= 1,
});
