import { isZone } from '../zoned-time.ts';
import { checkName } from './check-name.ts';
import { checkSchedule, explainZone } from './check-schedule.ts';
import { type Finding, show } from './explain-issue.ts';

type Path = readonly PropertyKey[];
type Raw = Readonly<Record<string, unknown>>;

const ROOMS = ['quests', 'streaks', 'badges', 'anniversaries', 'leaderboards', 'earlyAccess'] as const;
const TRUSTED = 'order_placed';

/** Mistakes of quests, streaks, badges and doors that their shape does not show. */
export function checkEngagement(raw: Raw, zone: string): readonly Finding[] {
  return [
    ...ROOMS.flatMap((room) => checkIds(raw, room)),
    ...['quests', 'streaks', 'badges'].flatMap((room) => checkBounds(raw, room)),
    ...listOf(raw, 'quests').flatMap((one, at) => checkSchedule(windowOf(one), zone, ['quests', at])),
    ...listOf(raw, 'earlyAccess').flatMap((one, at) =>
      checkSchedule(windowOf(one), zone, ['earlyAccess', at]),
    ),
    ...listOf(raw, 'earlyAccess').flatMap((one, at) => checkDoor(raw, one, at)),
    ...listOf(raw, 'streaks').flatMap(checkStreak),
    ...listOf(raw, 'badges').flatMap((one, at) => checkBadge(raw, one, at)),
  ];
}

const listOf = (raw: Raw, room: string): readonly Raw[] => {
  const list = raw[room];
  return Array.isArray(list) ? list.map((one): Raw => Object(one)) : [];
};

const idsOf = (list: readonly Raw[]): readonly unknown[] => list.map((one) => one.id);

function windowOf({ from, to }: Raw): { from?: string; to?: string } {
  return { ...(typeof from === 'string' && { from }), ...(typeof to === 'string' && { to }) };
}

function checkIds(raw: Raw, room: string): readonly Finding[] {
  const ids = idsOf(listOf(raw, room));
  return ids.flatMap((id, at) =>
    typeof id === 'string' && ids.indexOf(id) < at
      ? [
          {
            code: 'repeated-id',
            path: [room, at, 'id'],
            what: show(id),
            why: 'Another one has this id; what people reached could not be told apart.',
            fix: `Write "${id}-2".`,
          },
        ]
      : [],
  );
}

/** What a browser reports can be invented: a reward for it needs an end for each person and for all. */
function checkBounds(raw: Raw, room: string): readonly Finding[] {
  return listOf(raw, room).flatMap((one, at) => {
    if (one.budget !== undefined || !paysByBrowser(one)) return [];
    return [
      {
        code: 'unbounded-reward',
        path: [room, at],
        what: show(one.id),
        why: 'It pays for what browsers report, which anybody can invent.',
        fix: 'Add "budget": { "total": 1000, "perPerson": { "max": 1, "days": 365 } }.',
      },
    ];
  });
}

function paysByBrowser(one: Raw): boolean {
  const rewards = [one.reward, ...listOf(one, 'milestones').map(({ reward }) => reward)];
  const pays = rewards.some((reward) => reward !== undefined && Object(reward).type !== 'none');
  const when: Raw = Object(one.when);
  const events = [one.on, when.event, ...listOf(one, 'steps').map(({ on }) => on)];
  const isReported = events.some((event) => typeof event === 'string' && event !== TRUSTED);
  return pays && (isReported || when.quest !== undefined || when.streak !== undefined);
}

function checkStreak(one: Raw, at: number): readonly Finding[] {
  const { zone, freeze } = one;
  const { start, max }: Raw = Object(freeze);
  const isKnown = typeof zone !== 'string' || ['shop', 'device'].includes(zone) || isZone(zone);
  const tooMany = typeof start === 'number' && typeof max === 'number' && start > max;
  return [
    ...(isKnown ? [] : [explainZone(String(zone), ['streaks', at, 'zone'])]),
    ...(tooMany
      ? [
          {
            code: 'start-above-max',
            path: ['streaks', at, 'freeze', 'start'],
            what: `${start} of at most ${max}`,
            why: 'Nobody may hold more tokens than "max".',
            fix: `Write ${max}, or raise "max".`,
          },
        ]
      : []),
  ];
}

function checkBadge(raw: Raw, one: Raw, at: number): readonly Finding[] {
  const { quest, streak }: Raw = Object(one.when);
  const path: Path = ['badges', at, 'when'];
  return [
    ...checkName(quest, idsOf(listOf(raw, 'quests')), { path: [...path, 'quest'], kind: 'quest' }),
    ...checkName(streak, idsOf(listOf(raw, 'streaks')), { path: [...path, 'streak'], kind: 'streak' }),
  ];
}

function checkDoor(raw: Raw, one: Raw, at: number): readonly Finding[] {
  const levels = idsOf(listOf(Object(raw.tiers), 'levels'));
  const badges = idsOf(listOf(raw, 'badges'));
  const named = (key: 'tiers' | 'badges'): readonly unknown[] => {
    const list = one[key];
    return Array.isArray(list) ? list : [];
  };
  const path: Path = ['earlyAccess', at];
  const nobody = named('tiers').length + named('badges').length === 0;
  return [
    ...named('tiers').flatMap((id, nth) =>
      checkName(id, levels, { path: [...path, 'tiers', nth], kind: 'tier' }),
    ),
    ...named('badges').flatMap((id, nth) =>
      checkName(id, badges, { path: [...path, 'badges', nth], kind: 'badge' }),
    ),
    ...(nobody
      ? [
          {
            code: 'door-for-nobody',
            path,
            what: show(one.id),
            why: 'It names neither tiers nor badges, so nobody could come in early.',
            fix: 'Add "tiers" or "badges".',
          },
        ]
      : []),
  ];
}
