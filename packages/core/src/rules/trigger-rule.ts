import type { Trigger } from '@regulars/schema';
import { matchesGlob } from './glob.ts';

/** Something that may fire a trigger. */
export type TriggerHappening =
  | { readonly on: 'page'; readonly path: string; readonly pageType?: string | undefined }
  | { readonly on: 'event'; readonly event: string };

/** Whether what happened fires a trigger. Clicks, waits and more need the page and are watched there. */
export function firesTrigger(trigger: Trigger, happening: TriggerHappening): boolean {
  if (trigger.on === 'event') return happening.on === 'event' && trigger.event === happening.event;
  if (trigger.on !== 'page' || happening.on !== 'page') return false;
  const { path, pageType } = happening;
  return matchesGlob(trigger.path ?? '*', path) && (trigger.pageType ?? pageType) === pageType;
}

/** Triggers of a campaign as a list. */
export function triggersOf(campaign: { readonly trigger: Trigger | readonly Trigger[] }): readonly Trigger[] {
  return [campaign.trigger].flat();
}
