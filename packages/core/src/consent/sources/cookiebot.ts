import { type ConsentSource, followPlatform, type PurposeMap, pageValue } from './consent-source.ts';

/** Cookiebot's categories by purpose. */
export const cookiebotPurposes: PurposeMap = {
  functional: ['preferences'],
  analytics: ['statistics'],
  personalization: ['preferences'],
  marketing: ['marketing'],
};

/** Follows Cookiebot: `Cookiebot.consent` once `Cookiebot.hasResponse`. Source: Cookiebot, "Developer". */
export function cookiebot(map: PurposeMap = cookiebotPurposes): ConsentSource {
  return followPlatform({
    map,
    events: ['CookiebotOnConsentReady', 'CookiebotOnAccept', 'CookiebotOnDecline'],
    read() {
      const { hasResponse, consent } = pageValue('Cookiebot');
      return hasResponse === true ? (word) => Object(consent)[word] === true : null;
    },
  });
}
