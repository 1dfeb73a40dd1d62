import type { Text } from './types.ts';

/** The sentence that says why the backend, or the line, said no: reasons without one of their own share one. */
export function refusalText(text: Text, reason: string): string {
  return text(`refused.${reason}`, {}, 'refused.other');
}
