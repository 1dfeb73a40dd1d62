import { type ConsentSource, followPlatform, type PurposeMap, pageValue } from './consent-source.ts';

/** OneTrust's default groups by purpose; a shop that named its own gives its own map. */
export const onetrustPurposes: PurposeMap = {
  functional: ['C0003'],
  analytics: ['C0002'],
  personalization: ['C0003'],
  marketing: ['C0004'],
};

/**
 * Follows OneTrust: `OnetrustActiveGroups` (`,C0001,C0003,`) once the banner is closed, and `OneTrustGroupsUpdated`, whose
 * detail is the array of active groups. Groups active before an answer do not count. Source: OneTrust, "Client-side API".
 */
export function onetrust(map: PurposeMap = onetrustPurposes): ConsentSource {
  return followPlatform({
    map,
    events: ['OneTrustGroupsUpdated'],
    read(detail) {
      const { IsAlertBoxClosed } = pageValue('OneTrust');
      if (typeof IsAlertBoxClosed !== 'function' || IsAlertBoxClosed() !== true) return null;
      const active: unknown =
        Reflect.get(globalThis, 'OnetrustActiveGroups') ?? Reflect.get(globalThis, 'OptanonActiveGroups');
      const groups = Array.isArray(detail) ? (detail as readonly unknown[]) : String(active ?? '').split(',');
      return (word) => groups.includes(word);
    },
  });
}
