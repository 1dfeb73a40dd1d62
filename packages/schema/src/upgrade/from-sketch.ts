import { eventNames } from '../event.ts';
import { change, isPlain, type Note, type Plain, type UpgradeStep, without } from './upgrade-step.ts';

/** An event as the journey names it; the sketch wrote `order.placed`. */
function renameEvent(value: unknown, path: string, note: Note): unknown {
  const name = typeof value === 'string' ? value.replace('.', '_') : value;
  if (name === value || !(eventNames as readonly unknown[]).includes(name)) return value;
  note(path, `the event is named "${name}"`);
  return name;
}

/** `perDays: [max, days]` is a cap of its own. */
function capOf(value: Plain, path: string, note: Note): Plain | null {
  const { perDays } = value;
  if (!Array.isArray(perDays) || perDays.length !== 2) return null;
  note(`${path}.perDays`, 'is { "max", "days" } now');
  return { max: perDays[0], days: perDays[1] };
}

const list = (value: unknown, to: (one: Plain, at: number) => unknown): unknown =>
  Array.isArray(value) ? value.map((one, at) => (isPlain(one) ? to(one, at) : one)) : value;

function condition(value: unknown, path: string, note: Note, depth = 0): unknown {
  if (!isPlain(value) || depth > 32) return value;
  const inner = (key: string) => (all: unknown) =>
    list(all, (one, at) => condition(one, `${path}.${key}[${at}]`, note, depth + 1));
  const named = change(value, 'did', (did) => renameEvent(did, `${path}.did`, note));
  const negated = change(named, 'not', (one) => condition(one, `${path}.not`, note, depth + 1));
  return change(change(negated, 'all', inner('all')), 'any', inner('any'));
}

/** A trigger beside which others stood is a list. */
function trigger(value: unknown, path: string, note: Note): unknown {
  if (!isPlain(value)) return value;
  const { alsoOn, minSecondsOnPage, ...one } = value;
  if (typeof minSecondsOnPage === 'number') note(`${path}.minSecondsOnPage`, 'is minMs now, in ms');
  const own = {
    ...change(one, 'event', (name) => renameEvent(name, `${path}.event`, note)),
    ...(typeof minSecondsOnPage === 'number' && { minMs: minSecondsOnPage * 1000 }),
  };
  if (!Array.isArray(alsoOn)) return own;
  note(`${path}.alsoOn`, 'stands in the list of triggers now');
  return [own, ...alsoOn];
}

function frequency(value: unknown, path: string, note: Note): unknown {
  const cap = isPlain(value) && capOf(value, path, note);
  return cap ? { ...without(value as Plain, 'perDays'), cap } : value;
}

/** What the format has no place for goes, and is named. */
function drop(value: unknown, path: string, keys: readonly string[], note: Note): unknown {
  if (!isPlain(value)) return value;
  const found = keys.filter((key) => Object.hasOwn(value, key));
  for (const key of found) note(`${path}.${key}`, 'is gone: nothing reads it');
  return found.length ? without(value, ...found) : value;
}

function schedule(value: unknown, path: string, note: Note): unknown {
  if (!isPlain(value) || value.zone !== 'shop') return value;
  note(`${path}.zone`, 'is gone: the zone of the document holds');
  return without(value, 'zone');
}

/** The share that is held out stands beside the goal. */
function liftHoldout(campaign: Plain, path: string, note: Note): Plain {
  const { experiment } = campaign;
  if (!isPlain(experiment) || !Object.hasOwn(experiment, 'holdout')) return campaign;
  note(`${path}.experiment.holdout`, 'stands in the campaign now');
  return { holdout: experiment.holdout, ...campaign, experiment: without(experiment, 'holdout') };
}

function campaign(value: Plain, at: number, note: Note): Plain {
  const path = `campaigns[${at}]`;
  const parts: Readonly<Record<string, (inner: unknown, path: string) => unknown>> = {
    audience: (one, where) => condition(one, where, note),
    trigger: (one, where) => trigger(one, where, note),
    cancelOn: (all, where) =>
      Array.isArray(all) ? all.map((one, place) => renameEvent(one, `${where}[${place}]`, note)) : all,
    schedule: (one, where) => schedule(one, where, note),
    frequency: (one, where) => frequency(one, where, note),
    placement: (one, where) => drop(one, where, ['fallbackSlot'], note),
    goal: (one, where) => {
      const goal = drop(one, where, ['measure', 'guard'], note);
      return isPlain(goal)
        ? change(goal, 'event', (name) => renameEvent(name, `${where}.event`, note))
        : goal;
    },
  };
  return Object.entries(parts).reduce(
    (found, [key, to]) => change(found, key, (inner) => to(inner, `${path}.${key}`)),
    liftHoldout(value, path, note),
  );
}

function caps(value: unknown, note: Note): unknown {
  if (!isPlain(value)) return value;
  return change(value, 'tags', (tags) =>
    isPlain(tags)
      ? Object.fromEntries(
          Object.entries(tags).map(([name, one]) => [
            name,
            (isPlain(one) && capOf(one, `caps.tags.${name}`, note)) || one,
          ]),
        )
      : tags,
  );
}

/** From the sketch of the design (format 0: `version`, tuples, dotted events) to format 1. */
export const fromSketch: UpgradeStep = (document, note) => {
  const { version, ...rest } = document;
  note('version', 'is revision now');
  const audiences = (all: unknown): unknown =>
    isPlain(all)
      ? Object.fromEntries(
          Object.entries(all).map(([name, one]) => [name, condition(one, `audiences.${name}`, note)]),
        )
      : all;
  const read = change(change({ revision: version, ...rest }, 'audiences', audiences), 'caps', (one) =>
    caps(one, note),
  );
  return change(read, 'campaigns', (all) => list(all, (one, at) => campaign(one, at, note)));
};
