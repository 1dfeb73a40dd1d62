import type { AnnouncementView } from '@regulars/core';

/** What a button of guidance does. */
export type GuidanceAction = NonNullable<AnnouncementView['props']['buttons']>[number]['action'];

/** The action with its address: where the content names one for the language, that one. */
export function wordedAction(
  action: GuidanceAction,
  texts: Readonly<Record<string, string>>,
): GuidanceAction {
  return action.type === 'open' ? { ...action, url: texts[action.url] ?? action.url } : action;
}
