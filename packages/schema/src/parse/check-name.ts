import { type Finding, show } from './explain-issue.ts';
import { findNearMiss } from './near-miss.ts';

/** A name that nothing in the document has. */
export function checkName(
  name: unknown,
  known: readonly unknown[],
  { path, kind }: { readonly path: readonly PropertyKey[]; readonly kind: string },
): readonly Finding[] {
  if (typeof name !== 'string' || known.includes(name)) return [];
  const meant = findNearMiss(
    name,
    known.filter((one) => typeof one === 'string'),
  );
  return [
    {
      code: 'unknown-name',
      path,
      what: show(name),
      why: `No ${kind} has this id, so nothing would ever come of it.`,
      fix: meant ? `Did you mean "${meant}"?` : 'Write the id of one, or remove it.',
    },
  ];
}
