import { type ConsentSource, followPlatform, type PurposeMap, pageValue } from './consent-source.ts';

/** CookieYes' categories by purpose. */
export const cookieyesPurposes: PurposeMap = {
  functional: ['functional'],
  analytics: ['analytics'],
  personalization: ['functional'],
  marketing: ['advertisement'],
};

/**
 * Follows CookieYes: `getCkyConsent()` and `cookieyes_banner_load` (both `{ categories, isUserActionCompleted }`), and
 * `cookieyes_consent_update` (`{ accepted, rejected }`). Source: CookieYes, "Retrieving consent data using getCkyConsent".
 */
export function cookieyes(map: PurposeMap = cookieyesPurposes): ConsentSource {
  return followPlatform({
    map,
    events: ['cookieyes_banner_load', 'cookieyes_consent_update'],
    read(detail) {
      const { accepted } = Object(detail);
      if (Array.isArray(accepted)) return (word) => accepted.includes(word);
      const { getCkyConsent } = pageValue('window');
      const found = Object(detail).categories
        ? detail
        : typeof getCkyConsent === 'function' && getCkyConsent();
      const { categories, isUserActionCompleted } = Object(found);
      return isUserActionCompleted === true ? (word) => Object(categories)[word] === true : null;
    },
  });
}
