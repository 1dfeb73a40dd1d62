import type { Trigger } from '@regulars/schema';
import { matchesGlob } from './glob.ts';

/** Something that may fire a trigger. */
export type TriggerHappening =
  | { readonly on: 'page'; readonly path: string; readonly pageType?: string | undefined }
  | { readonly on: 'event'; readonly event: string }
  | { readonly on: 'delay'; readonly ms: number };

/** Whether what happened fires a trigger. Clicks need the page and are matched there. */
export function firesTrigger(trigger: Trigger, happening: TriggerHappening): boolean {
  if (trigger.on === 'page') {
    return (
      happening.on === 'page' &&
      (trigger.path === undefined || matchesGlob(trigger.path, happening.path)) &&
      (trigger.pageType === undefined || trigger.pageType === happening.pageType)
    );
  }
  if (trigger.on === 'event') return happening.on === 'event' && trigger.event === happening.event;
  return trigger.on === 'delay' && happening.on === 'delay' && happening.ms >= trigger.ms;
}

/** Triggers of a campaign as a list. */
export function triggersOf(campaign: { readonly trigger: Trigger | readonly Trigger[] }): readonly Trigger[] {
  return [campaign.trigger].flat();
}
