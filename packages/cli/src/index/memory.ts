import { getHeapStatistics } from 'node:v8';
import { bytesPerLine, mostBytes } from './built-in-engine.ts';

const units: Readonly<Record<string, number>> = { mb: 1e6, gb: 1e9 };

/** Bytes of an amount such as `800MB` or `4 GB`; `null`: it is none. */
export function parseMemory(text: string): number | null {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*(mb|gb)$/i.exec(text.trim()) ?? [];
  const bytes = Number(amount) * (units[unit.toLowerCase()] ?? 0);
  return bytes > 0 ? bytes : null;
}

/**
 * Lines that the built-in engine may hold in so many bytes, and in those that Node has at all.
 * @param room bytes that Node may use before it gives up.
 */
export function linesIn(
  memory: number = mostBytes,
  room: number = getHeapStatistics().heap_size_limit,
): number {
  return Math.floor(Math.min(memory, room) / bytesPerLine);
}
