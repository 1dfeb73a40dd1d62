import { bytesPerLine, mostLines } from './built-in-engine.ts';

const units: Readonly<Record<string, number>> = { mb: 1e6, gb: 1e9 };

/** Bytes of an amount such as `800MB` or `4 GB`; `null`: it is none. */
export function parseMemory(text: string): number | null {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*(mb|gb)$/i.exec(text.trim()) ?? [];
  const bytes = Number(amount) * (units[unit.toLowerCase()] ?? 0);
  return bytes > 0 ? bytes : null;
}

/** Lines that the built-in engine may hold in so many bytes. */
export function linesIn(memory: number | undefined): number {
  return memory === undefined ? mostLines : Math.floor(memory / bytesPerLine);
}
