import type { Campaign } from '../campaign.ts';
import { eventNames } from '../event.ts';
import type { GuidanceAction } from '../widgets/guidance-action.ts';
import type { Widget } from '../widgets/widget.ts';
import { type Finding, show } from './explain-issue.ts';
import { findNearMiss } from './near-miss.ts';

type Path = readonly PropertyKey[];
type Guidance = Extract<Widget, { readonly type: 'announcement' | 'checklist' | 'hint' | 'launcher' }>;

/** A key of the content, with the place that names it. */
interface NamedKey {
  readonly key: string;
  readonly at: Path;
}

export const isGuidance = (widget: Widget): widget is Guidance =>
  ['announcement', 'checklist', 'hint', 'launcher'].includes(widget.type);

/** Keys of the content that a widget of guidance points at. */
export function guidanceKeys(widget: Guidance, at: Path): readonly NamedKey[] {
  const named = (value: object, path: Path, names: readonly string[]): readonly NamedKey[] =>
    Object.entries(value).flatMap(([name, key]) =>
      names.includes(name) && typeof key === 'string' ? [{ key, at: [...path, name] }] : [],
    );
  const listed = (list: readonly object[] | undefined, name: string, keys: readonly string[]) =>
    (list ?? []).flatMap((one, index) => named(one, [...at, name, index], keys));
  const { props } = widget;
  const own = named(props, at, ['title', 'body']);
  if (widget.type === 'announcement')
    return [
      ...own,
      ...listed(widget.props.buttons, 'buttons', ['label']),
      ...named(widget.props.image ?? {}, [...at, 'image'], ['alt']),
    ];
  if (widget.type === 'checklist') return listed(widget.props.missions, 'missions', ['title', 'body']);
  if (widget.type === 'hint')
    return [...own, ...named(widget.props.button ?? {}, [...at, 'button'], ['label'])];
  return listed(widget.props.links, 'links', ['label']);
}

/** Actions of a widget with their places. */
function actionsOf(
  widget: Guidance,
  at: Path,
): readonly { readonly action: GuidanceAction; readonly at: Path }[] {
  if (widget.type === 'announcement')
    return (widget.props.buttons ?? []).map(({ action }, index) => ({
      action,
      at: [...at, 'buttons', index, 'action'],
    }));
  if (widget.type === 'checklist')
    return widget.props.missions.flatMap(({ action }, index) =>
      action ? [{ action, at: [...at, 'missions', index, 'action'] }] : [],
    );
  if (widget.type === 'hint' && widget.props.button)
    return [{ action: widget.props.button.action, at: [...at, 'button', 'action'] }];
  return [];
}

/** Mistakes that the shape does not show: a dialog in a slot, events and campaigns that do not exist, names twice. */
export function checkGuidance(
  widget: Guidance,
  at: Path,
  { campaign, ids }: { readonly campaign: Campaign; readonly ids: readonly unknown[] },
): readonly Finding[] {
  const found: Finding[] = [];
  if (widget.type === 'announcement' && widget.props.form === 'modal' && 'slot' in campaign.placement)
    found.push({
      code: 'modal-in-slot',
      path: [...at, 'form'],
      what: show('modal'),
      why: 'A dialog lies over the page; in a slot it would not open.',
      fix: 'Place it by { "overlay": "modal" }, or choose "card".',
    });
  for (const { action, at: path } of actionsOf(widget, at))
    if (action.type === 'start' && !ids.includes(action.campaign))
      found.push(
        unknown('unknown-campaign', action.campaign, {
          path: [...path, 'campaign'],
          names: ids.map(String),
          what: 'campaign',
        }),
      );
  if (widget.type === 'checklist') {
    const seen = new Set<string>();
    for (const [index, { id, event }] of widget.props.missions.entries()) {
      const path = [...at, 'missions', index];
      if (!(eventNames as readonly string[]).includes(event))
        found.push(
          unknown('unknown-event', event, {
            path: [...path, 'event'],
            names: eventNames,
            what: 'journey event',
          }),
        );
      if (seen.has(id))
        found.push({
          code: 'mission-repeated',
          path: [...path, 'id'],
          what: show(id),
          why: 'Two missions of this name would be ticked off together.',
          fix: 'Give each its own id.',
        });
      seen.add(id);
    }
  }
  return found;
}

function unknown(
  code: string,
  name: string,
  { path, names, what }: { readonly path: Path; readonly names: readonly string[]; readonly what: string },
): Finding {
  const meant = findNearMiss(name, names);
  return {
    code,
    path,
    what: show(name),
    why: `There is no ${what} of this name, so nothing would happen.`,
    fix: meant ? `Did you mean "${meant}"?` : `Use the name of a ${what}.`,
  };
}
