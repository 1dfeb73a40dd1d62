import type { Campaign } from '../campaign.ts';
import { type Finding, show } from './explain-issue.ts';
import type { Reachable } from './reachable.ts';

type Path = readonly PropertyKey[];

/** Mistakes of an experiment: weights, repeated ids, a range that is none, versions the wrong way round. */
export function checkExperiment({ experiment }: Campaign, path: Path): readonly Finding[] {
  if (!experiment) return [];
  const own = [...path, 'experiment'];
  const at = [...own, 'variants'];
  const { group, version = 0, minVersion = 0 } = experiment;
  const sum = experiment.variants.reduce((total, { weight }) => total + weight, 0);
  const ids = experiment.variants.map(({ id }) => id);
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) < index);
  const found: Finding[] = [];
  if (Math.abs(sum - 1) > 1e-6) {
    const why = 'The weights of the variants are shares of all visitors.';
    found.push({ code: 'weights-not-one', path: at, what: String(sum), why, fix: 'Let them add up to 1.' });
  }
  if (repeated > 0) {
    const why = 'Another variant has this id; their results would mix.';
    const fix = `Write "${ids[repeated]}-2".`;
    found.push({ code: 'repeated-id', path: [...at, repeated, 'id'], what: show(ids[repeated]), why, fix });
  }
  if (group && group.to <= group.from) {
    const why = 'The range of the group is empty, so nobody would be in the experiment.';
    const what = `${group.from} to ${group.to}`;
    found.push({ code: 'empty-range', path: [...own, 'group', 'to'], what, why, fix: 'Raise "to".' });
  }
  if (minVersion > version) {
    const why = 'Nobody could be assigned under a version that is lower than the oldest one allowed.';
    const what = `${minVersion} over ${version}`;
    found.push({ code: 'version-too-low', path: [...own, 'minVersion'], what, why, fix: 'Raise "version".' });
  }
  return found;
}

/** Experiments of one group whose ranges overlap: a visitor would be in both. */
export function checkGroups({ campaigns }: Reachable): readonly Finding[] {
  const ranges = campaigns.flatMap(({ campaign: { id, experiment }, path }) =>
    experiment?.group ? [{ ...experiment.group, group: experiment.group.id, id, path }] : [],
  );
  return ranges.flatMap((one, index) => {
    const other = ranges
      .slice(0, index)
      .find(({ group, from, to }) => group === one.group && from < one.to && one.from < to);
    if (!other) return [];
    return [
      {
        code: 'ranges-overlap',
        path: [...one.path, 'experiment', 'group'],
        what: `${one.from} to ${one.to}`,
        why: `"${other.id}" has ${other.from} to ${other.to} of the group "${one.group}", so some visitors would be in both.`,
        fix: 'Give each experiment of the group a range of its own.',
      },
    ];
  });
}
