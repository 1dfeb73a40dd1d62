import { type Finding, show } from './explain-issue.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Tiers that do not rise, and entry rewards of one id. */
export function checkTiers(raw: Raw): readonly Finding[] {
  const levels: readonly unknown[] = Array.isArray(Object(raw.tiers).levels) ? Object(raw.tiers).levels : [];
  return levels.flatMap((level, index) => {
    const path = ['tiers', 'levels', index];
    const { from, entry }: Raw = Object(level);
    const before: unknown = index > 0 ? Object(levels[index - 1]).from : undefined;
    return [
      ...(typeof from === 'number' && typeof before === 'number' && from <= before
        ? [
            {
              code: 'tiers-not-rising',
              path: [...path, 'from'],
              what: `${from} after ${before}`,
              why: 'Tiers stand from the lowest up; nobody could be in the one before.',
              fix: `Write more than ${before}, or move the tier.`,
            },
          ]
        : []),
      ...repeated(entry).map(({ id, at }) => ({
        code: 'repeated-id',
        path: [...path, 'entry', at, 'id'],
        what: show(id),
        why: 'Another reward of this tier has this id; only one of them would be paid.',
        fix: `Write "${id}-2".`,
      })),
    ];
  });
}

function repeated(list: unknown): readonly { readonly id: string; readonly at: number }[] {
  const ids = (Array.isArray(list) ? list : []).map((one): unknown => Object(one).id);
  return ids.flatMap((id, at) => (typeof id === 'string' && ids.indexOf(id) < at ? [{ id, at }] : []));
}
