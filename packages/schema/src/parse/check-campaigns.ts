import type { Campaign, Trigger } from '../campaign.ts';
import type { Widget } from '../widgets/widget.ts';
import { isZone, readZonedTime, scheduleZone } from '../zoned-time.ts';
import { checkEventName } from './check-conditions.ts';
import { type Finding, show } from './explain-issue.ts';
import { findNearMiss } from './near-miss.ts';
import type { Reachable } from './reachable.ts';

type Path = readonly PropertyKey[];

/** Mistakes in campaigns that their shape does not show: repeated ids, times, weights, events, pools. */
export function checkCampaigns(reachable: Reachable): readonly Finding[] {
  return [
    ...(isZone(reachable.zone) ? [] : [explainZone(reachable.zone, ['zone'])]),
    ...checkIds(reachable),
    ...reachable.campaigns.flatMap(({ campaign, path }) => [
      ...checkSchedule(campaign, reachable.zone, path),
      ...checkTriggers(campaign, path),
      ...(campaign.goal ? checkEventName(campaign.goal.event, [...path, 'goal', 'event']) : []),
      ...checkExperiment(campaign, path),
      ...listWidgets(campaign, path).flatMap(({ widget, at }) => checkWidget(widget, at, reachable)),
    ]),
  ];
}

/** The campaign's widget and those of its variants. */
export function listWidgets(
  campaign: Campaign,
  path: Path,
): readonly { readonly widget: Widget; readonly at: Path }[] {
  const variants = (campaign.experiment?.variants ?? []).flatMap(({ widget }, index) =>
    widget ? [{ widget, at: [...path, 'experiment', 'variants', index, 'widget'] }] : [],
  );
  return [{ widget: campaign.widget, at: [...path, 'widget'] }, ...variants];
}

function checkIds({ raw }: Reachable): readonly Finding[] {
  const seen = new Set<unknown>();
  const list: readonly unknown[] = Array.isArray(raw.campaigns) ? raw.campaigns : [];
  return list.flatMap((one, index) => {
    const id: unknown = Object(one).id;
    if (typeof id !== 'string') return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const why = 'Another campaign has this id; reports and frequency would mix the two.';
    return [
      { code: 'repeated-id', path: ['campaigns', index, 'id'], what: show(id), why, fix: `Write "${id}-2".` },
    ];
  });
}

const explainZone = (zone: string, path: Path): Finding => ({
  code: 'unknown-zone',
  path,
  what: show(zone),
  why: 'No time zone has this name, so days and schedules could not be told.',
  fix: 'Write an IANA name such as "Europe/Sofia".',
});

function checkSchedule({ schedule }: Campaign, zone: string, path: Path): readonly Finding[] {
  if (!schedule) return [];
  const place = scheduleZone(schedule, zone);
  if (!isZone(place)) return place === zone ? [] : [explainZone(place, [...path, 'schedule', 'zone'])];
  const read = (text: string | undefined): number | null =>
    text === undefined ? null : readZonedTime(text, place);
  const wrong = (['from', 'to'] as const).filter(
    (key) => schedule[key] !== undefined && read(schedule[key]) === null,
  );
  const from = read(schedule.from);
  const to = read(schedule.to);
  return [
    ...wrong.map((key) => ({
      code: 'bad-time',
      path: [...path, 'schedule', key],
      what: show(schedule[key]),
      why: 'This is no date or time of the calendar.',
      fix: 'Write "2026-03-20T00:00" (local time in the zone) or an instant with offset.',
    })),
    ...(from !== null && to !== null && to <= from
      ? [
          {
            code: 'ends-before-start',
            path: [...path, 'schedule', 'to'],
            what: `${schedule.from} to ${schedule.to}`,
            why: 'The end is not after the start, so the campaign would never show.',
            fix: 'Swap the two, or move the end.',
          },
        ]
      : []),
  ];
}

function checkTriggers({ trigger }: Campaign, path: Path): readonly Finding[] {
  const list: readonly (readonly [Trigger, Path])[] = Array.isArray(trigger)
    ? trigger.map((one, index) => [one, [...path, 'trigger', index]])
    : [[trigger, [...path, 'trigger']]];
  return list.flatMap(([one, at]) => (one.on === 'event' ? checkEventName(one.event, [...at, 'event']) : []));
}

function checkExperiment({ experiment }: Campaign, path: Path): readonly Finding[] {
  if (!experiment) return [];
  const at = [...path, 'experiment', 'variants'];
  const sum = experiment.variants.reduce((total, { weight }) => total + weight, 0);
  const ids = experiment.variants.map(({ id }) => id);
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) < index);
  const why = 'The weights of the variants are shares of all visitors.';
  return [
    ...(Math.abs(sum - 1) > 1e-6
      ? [{ code: 'weights-not-one', path: at, what: String(sum), why, fix: 'Let them add up to 1.' }]
      : []),
    ...(repeated > 0
      ? [
          {
            code: 'repeated-id',
            path: [...at, repeated, 'id'],
            what: show(ids[repeated]),
            why: 'Another variant has this id; their results would mix.',
            fix: `Write "${ids[repeated]}-2".`,
          },
        ]
      : []),
  ];
}

function checkWidget(widget: Widget, at: Path, { raw }: Reachable): readonly Finding[] {
  if (widget.type === 'tour') return checkSteps(widget.props.steps, [...at, 'props', 'steps']);
  if (widget.type === 'carousel') {
    const { min = 3, max = 12 } = widget.props;
    const why = 'It would never have enough cards to show.';
    if (min <= max) return [];
    return [
      {
        code: 'min-over-max',
        path: [...at, 'props', 'min'],
        what: `${min} of ${max}`,
        why,
        fix: 'Lower "min".',
      },
    ];
  }
  const pools = Object.keys(Object(raw.pools));
  if (widget.type !== 'wheel' || pools.length === 0 || pools.includes(widget.props.draw)) return [];
  return [explainPool(widget.props.draw, pools, [...at, 'props', 'draw'])];
}

/** A wheel that draws from a pool which does not exist. */
export function explainPool(name: string, pools: readonly string[], path: Path): Finding {
  const meant = findNearMiss(name, pools);
  return {
    code: 'unknown-pool',
    path,
    what: show(name),
    why: 'No prize pool has this name, so nothing could be drawn.',
    fix: meant ? `Did you mean "${meant}"?` : 'Add the pool to the programme document.',
  };
}

function checkSteps(
  steps: readonly { readonly id: string; readonly advanceOn?: string | undefined }[],
  at: Path,
): readonly Finding[] {
  return steps.flatMap((step, index) => [
    ...(step.advanceOn === undefined ? [] : checkEventName(step.advanceOn, [...at, index, 'advanceOn'])),
    ...(steps.findIndex(({ id }) => id === step.id) < index
      ? [
          {
            code: 'repeated-id',
            path: [...at, index, 'id'],
            what: show(step.id),
            why: 'Another step has this id; a visitor would resume at the wrong one.',
            fix: `Write "${step.id}-2".`,
          },
        ]
      : []),
  ]);
}
