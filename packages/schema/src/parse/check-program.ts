import { isZone } from '../zoned-time.ts';
import { checkEarning } from './check-earning.ts';
import { checkEngagement } from './check-engagement.ts';
import { checkPool } from './check-pool.ts';
import { checkSchedule, explainZone } from './check-schedule.ts';
import { checkTiers } from './check-tiers.ts';
import { type Finding, show } from './explain-issue.ts';

type Path = readonly PropertyKey[];
type Raw = Readonly<Record<string, unknown>>;

/** Mistakes in a programme that its shape does not show. */
export function checkProgram(value: unknown): readonly Finding[] {
  const raw: Raw = Object(value);
  const zone = typeof raw.zone === 'string' ? raw.zone : 'UTC';
  return [
    ...(isZone(zone) ? [] : [explainZone(zone, ['zone'])]),
    ...listed.flatMap(({ path, why }) => checkIds(readAt(raw, path), path, why)),
    ...scheduled.flatMap((path) =>
      listAt(raw, path).flatMap((one, index) =>
        checkSchedule(scheduleOf(one), zone, [...path, index, 'schedule']),
      ),
    ),
    ...checkEarning(raw),
    ...checkTiers(raw),
    ...checkEngagement(raw, zone),
    ...Object.entries(Object(raw.pools)).flatMap(([name, one]) => checkPool(one, ['pools', name], zone)),
  ];
}

const inLedger = 'Another one has this id; the ledger could not tell them apart.';
const listed: readonly { readonly path: Path; readonly why: string }[] = [
  { path: ['earn'], why: inLedger },
  { path: ['cashback'], why: inLedger },
  { path: ['spend', 'offers'], why: inLedger },
  { path: ['multipliers'], why: 'Another multiplier has this id; reports would mix the two.' },
  { path: ['tiers', 'levels'], why: 'Another tier has this id; people could not be told apart.' },
];
const scheduled: readonly Path[] = [['earn'], ['multipliers'], ['cashback'], ['spend', 'offers']];

/** What stands at a path of plain keys; `undefined` when nothing does. */
function readAt(raw: Raw, path: Path): unknown {
  return path.reduce<unknown>((value, key) => Object(value)[key], raw);
}

function listAt(raw: Raw, path: Path): readonly unknown[] {
  const value = readAt(raw, path);
  return Array.isArray(value) ? value : [];
}

/** A schedule as far as its shape is right; the rest is the parser's to tell. */
function scheduleOf(one: unknown): { from?: string; to?: string; zone?: string } | undefined {
  const raw: Raw = Object(Object(one).schedule);
  const texts = Object.entries(raw).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}

function checkIds(list: unknown, path: Path, why: string): readonly Finding[] {
  const ids = (Array.isArray(list) ? list : []).map((one): unknown => Object(one).id);
  return ids.flatMap((id, index) =>
    typeof id === 'string' && ids.indexOf(id) < index
      ? [{ code: 'repeated-id', path: [...path, index, 'id'], what: show(id), why, fix: `Write "${id}-2".` }]
      : [],
  );
}
