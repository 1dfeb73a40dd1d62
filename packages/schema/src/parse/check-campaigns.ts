import type { Campaign, Trigger } from '../campaign.ts';
import type { Widget } from '../widgets/widget.ts';
import { isZone } from '../zoned-time.ts';
import { checkEventName } from './check-conditions.ts';
import { checkExperiment, checkGroups } from './check-experiment.ts';
import { checkSchedule, explainZone } from './check-schedule.ts';
import { checkWidget } from './check-widget.ts';
import { type Finding, show } from './explain-issue.ts';
import type { Reachable } from './reachable.ts';

type Path = readonly PropertyKey[];

/** Mistakes in campaigns that their shape does not show: repeated ids, times, weights, events, pools. */
export function checkCampaigns(reachable: Reachable): readonly Finding[] {
  return [
    ...(isZone(reachable.zone) ? [] : [explainZone(reachable.zone, ['zone'])]),
    ...checkIds(reachable),
    ...checkGroups(reachable),
    ...reachable.campaigns.flatMap(({ campaign, path }) => [
      ...checkSchedule(campaign.schedule, reachable.zone, [...path, 'schedule']),
      ...checkTriggers(campaign, path),
      ...(campaign.cancelOn ?? []).flatMap((name, index) =>
        checkEventName(name, [...path, 'cancelOn', index]),
      ),
      ...(campaign.goal ? checkEventName(campaign.goal.event, [...path, 'goal', 'event']) : []),
      ...checkExperiment(campaign, path),
      ...listWidgets(campaign, path).flatMap(({ widget, at }) =>
        checkWidget(widget, at, { campaign, reachable }),
      ),
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

function checkTriggers({ trigger }: Campaign, path: Path): readonly Finding[] {
  const list: readonly (readonly [Trigger, Path])[] = Array.isArray(trigger)
    ? trigger.map((one, index) => [one, [...path, 'trigger', index]])
    : [[trigger, [...path, 'trigger']]];
  return list.flatMap(([one, at]) => (one.on === 'event' ? checkEventName(one.event, [...at, 'event']) : []));
}
