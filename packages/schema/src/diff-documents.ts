import type { Campaign, Trigger } from './campaign.ts';
import { describeCondition } from './describe-condition.ts';
import type { CampaignDocument } from './document.ts';
import type { ProgramDocument } from './program.ts';

/** One thing that a new revision does to people, in plain English. */
export interface DocumentChange {
  /** `gain`: somebody newly sees or gets it. `lose`: somebody no longer does. `change`: it is another one now. */
  readonly type: 'gain' | 'lose' | 'change';
  /** Campaign id, or path in the programme. */
  readonly id: string;
  readonly sentence: string;
}

const isLive = ({ status }: Campaign): boolean =>
  status === 'live' || status === 'scheduled' || status === 'paused';
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Who would newly see or lose what between two campaign documents, in the order of the newer one. */
export function diffCampaigns(before: CampaignDocument, after: CampaignDocument): readonly DocumentChange[] {
  const old = new Map(before.campaigns.map((one) => [one.id, one]));
  const kept = new Set(after.campaigns.map(({ id }) => id));
  return [
    ...after.campaigns.flatMap((one) => changesOf(old.get(one.id), one, before, after)),
    ...before.campaigns
      .filter(({ id }) => !kept.has(id))
      .flatMap((one) => changesOf(one, undefined, before, after)),
    ...documentChanges(before, after),
  ];
}

function changesOf(
  old: Campaign | undefined,
  next: Campaign | undefined,
  before: CampaignDocument,
  after: CampaignDocument,
): readonly DocumentChange[] {
  const wasLive = old !== undefined && isLive(old);
  const lives = next !== undefined && isLive(next);
  const one = next ?? old;
  if (!one) return [];
  const { id } = one;
  const title = titleOf(one);
  if (!wasLive && !lives) return [];
  if (next && !wasLive) {
    const sentence = `${title} newly shows ${placeOf(next)} to: ${peopleOf(next, after)}, ${whenOf(next)}.`;
    return [{ type: 'gain', id, sentence }];
  }
  if (!lives || !next || !old) {
    const sentence = `${title} no longer shows. So far: ${old ? `${peopleOf(old, before)}, ${whenOf(old)}` : ''}.`;
    return [{ type: 'lose', id, sentence }];
  }
  return details(old, next, before, after).map((text) => ({
    type: 'change',
    id,
    sentence: `${title}: ${text}`,
  }));
}

function details(
  old: Campaign,
  next: Campaign,
  before: CampaignDocument,
  after: CampaignDocument,
): readonly string[] {
  const parts: string[] = [];
  const say = (what: string, was: string, is: string): void => {
    if (was !== is) parts.push(`${what}: was ${was}; now ${is}.`);
  };
  say('who sees it', peopleOf(old, before), peopleOf(next, after));
  say('when it opens', whenOf(old), whenOf(next));
  say('where', placeOf(old), placeOf(next));
  say('status', old.status, next.status);
  say('priority', `${old.priority ?? 0}`, `${next.priority ?? 0}`);
  if (!same(old.schedule, next.schedule)) say('period', periodOf(old), periodOf(next));
  if (!same(old.frequency, next.frequency)) parts.push('how often one person sees it changed.');
  if (!same([old.experiment, old.holdout], [next.experiment, next.holdout]))
    parts.push('its test changed: who sees which variant, or who is held out.');
  if (!same(old.widget, next.widget)) parts.push('what it shows works differently.');
  const locales = Object.keys({ ...old.content, ...next.content }).filter(
    (locale) => !same(old.content[locale], next.content[locale]),
  );
  if (locales.length > 0) parts.push(`other words in ${locales.join(', ')}.`);
  return parts;
}

function documentChanges(before: CampaignDocument, after: CampaignDocument): readonly DocumentChange[] {
  const rows: readonly (readonly [keyof CampaignDocument, string])[] = [
    ['zone', 'the shop’s zone'],
    ['fallbackLocales', 'the fallback languages'],
    ['globalHoldout', 'the share of visitors held out of everything'],
    ['caps', 'the limits on overlays and tags'],
  ];
  return rows.flatMap(([key, name]) =>
    same(before[key], after[key])
      ? []
      : [
          {
            type: 'change' as const,
            id: key,
            sentence: `For all campaigns: ${name} was ${show(before[key])}; now ${show(after[key])}.`,
          },
        ],
  );
}

/** What a newer programme does to people: earning rules, tiers, offers, games and the rest, by their ids. */
export function diffProgram(before: ProgramDocument, after: ProgramDocument): readonly DocumentChange[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const skipped = ['$schema', 'formatVersion', 'revision'];
  return keys
    .filter((key) => !skipped.includes(key))
    .flatMap((key) => diffPart(key, Reflect.get(before, key), Reflect.get(after, key)));
}

function diffPart(key: string, old: unknown, next: unknown): readonly DocumentChange[] {
  if (same(old, next)) return [];
  const was = byId(old);
  const is = byId(next);
  if (!was || !is) return [changeOf(key, old, next)];
  return [...new Set([...is.keys(), ...was.keys()])]
    .filter((id) => !same(was.get(id), is.get(id)))
    .map((id) => changeOf(`${key}.${id}`, was.get(id), is.get(id)));
}

function changeOf(id: string, old: unknown, next: unknown): DocumentChange {
  if (old === undefined) return { type: 'gain', id, sentence: `${id} is new: ${show(next)}.` };
  if (next === undefined) return { type: 'lose', id, sentence: `${id} ends. It was: ${show(old)}.` };
  const fields = isObject(old) && isObject(next) ? changedFields(old, next) : null;
  return { type: 'change', id, sentence: `${id}: ${fields ?? `was ${show(old)}; now ${show(next)}`}.` };
}

/** What changed in a rule, field by field. */
function changedFields(old: object, next: object): string {
  const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  return keys
    .filter((key) => !same(Reflect.get(old, key), Reflect.get(next, key)))
    .map((key) => `${key} was ${show(Reflect.get(old, key))}, now ${show(Reflect.get(next, key))}`)
    .join('; ');
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Entries by id or name; `null` for what has none. */
function byId(part: unknown): ReadonlyMap<string, unknown> | null {
  if (part === undefined) return new Map();
  if (Array.isArray(part)) {
    const rows = part.map((one): readonly [unknown, unknown] => [Object(one).id, one]);
    const named = rows.filter((row): row is readonly [string, unknown] => typeof row[0] === 'string');
    return named.length === rows.length ? new Map(named) : null;
  }
  return typeof part === 'object' && part !== null ? new Map(Object.entries(part)) : null;
}

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'not set';
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
};
const titleOf = ({ id, name }: Campaign): string => (name ? `“${name}” (${id})` : id);

/** Audiences by name are said in full, so that a change of one shows at every campaign that uses it. */
function peopleOf({ audience }: Campaign, { audiences = {} }: CampaignDocument): string {
  if (!audience) return 'everybody';
  const named =
    'use' in audience && Object.hasOwn(audiences, audience.use) ? audiences[audience.use] : undefined;
  return describeCondition(named ?? audience);
}

const placeOf = ({ placement }: Campaign): string =>
  'slot' in placement ? `in the slot “${placement.slot}”` : `over the page (${placement.overlay})`;

const periodOf = ({ schedule }: Campaign): string =>
  schedule ? `${schedule.from ?? 'at once'} to ${schedule.to ?? 'open'}` : 'always';

function whenOf({ trigger }: Campaign): string {
  return [trigger].flat().map(sayTrigger).join(' or ');
}

function sayTrigger(trigger: Trigger): string {
  const { on, ...rest } = trigger;
  const more = Object.values(rest).map(show).join(' ').replaceAll('"', '');
  return `on ${on}${more ? ` ${more}` : ''}`;
}
