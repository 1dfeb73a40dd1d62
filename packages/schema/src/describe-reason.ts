import { reasonPhrases } from './describe/reason-phrases-table.ts';

const columns = ['en', 'bg', 'pl', 'ru'];
const columnOf = (locale: string): number =>
  Math.max(0, columns.indexOf(locale.toLowerCase().split(/[-_]/)[0] ?? ''));

/**
 * One line of a decision as a plain sentence in English, Bulgarian, Polish or Russian; others read English. A code
 * without words stands as it is. Never throws.
 */
export function describeReason(
  reason: { readonly step: string; readonly why: string },
  locale = 'en',
): string {
  const { step, why } = reason;
  const at = why.indexOf(':');
  const [code, rest] = at < 0 ? [why, ''] : [why.slice(0, at), why.slice(at + 1)];
  const own = (key: string): (typeof reasonPhrases)[string] | undefined =>
    Object.hasOwn(reasonPhrases, key) ? reasonPhrases[key] : undefined;
  const exact = own(`${step}:${why}`) ?? own(why);
  const row = exact ?? own(`${step}:${code}`) ?? own(code) ?? own(step);
  // A step's own sentence speaks of what follows it.
  const value = exact || own(`${step}:${code}`) || own(code) ? rest : why;
  return row ? (row[columnOf(locale)] ?? row[0]).replace('{v}', value) : `${step}: ${why}`;
}
