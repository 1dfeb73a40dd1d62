import { type ConsentSource, followPlatform, type PurposeMap, pageValue } from './consent-source.ts';

/** Usercentrics' default categories by purpose; a shop that named its own gives its own map. */
export const usercentricsPurposes: PurposeMap = {
  functional: ['functional'],
  analytics: ['functional'],
  personalization: ['functional'],
  marketing: ['marketing'],
};

type Words = Readonly<Record<string, unknown>>;

/** States of the categories by their word; `null`: nobody acted. */
function readDetails(found: unknown): Words | null {
  const { consent, categories, event, type, ucCategory } = Object(found);
  // Version 2: `consent_status`, of a window event and of the data layer.
  if (event === 'consent_status') return type?.toLowerCase() === 'explicit' ? Object(ucCategory) : null;
  // Version 3: what `getConsentDetails()` and `UC_CONSENT` give.
  return consent?.type === 'EXPLICIT' ? Object(categories) : null;
}

/**
 * Follows Usercentrics: version 3 by `UC_CONSENT` and `__ucCmp.getConsentDetails()`, version 2 by the window event that the
 * shop named in its settings and by `consent_status` in the data layer. Only an answer of the type `explicit` counts, and
 * a category only when all its services are accepted. Source: Usercentrics, "Web CMP events".
 * @param windowEvent name of the version 2 window event (default `ucEvent`).
 */
export function usercentrics(map: PurposeMap = usercentricsPurposes, windowEvent = 'ucEvent'): ConsentSource {
  let states: Words | null = null;
  return followPlatform({
    map,
    events: ['UC_CONSENT', windowEvent],
    ask(look) {
      // Version 3 answers with a promise: a script that comes late hears nothing else.
      const { getConsentDetails } = pageValue('__ucCmp');
      if (typeof getConsentDetails === 'function') void getConsentDetails().then(look, () => {});
    },
    read(detail) {
      const layer: unknown = Reflect.get(globalThis, 'dataLayer');
      const said = Array.isArray(layer) ? layer.filter((one) => Object(one).event === 'consent_status') : [];
      if (detail) states = readDetails(detail);
      states ??= readDetails(said.at(-1));
      const known = states;
      const stateOf = (word: string): unknown => Object(known?.[word]).state ?? known?.[word];
      return known && ((word) => [true, 'ALL_ACCEPTED'].includes(stateOf(word) as string | boolean));
    },
  });
}
