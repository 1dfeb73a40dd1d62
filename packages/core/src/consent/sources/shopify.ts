import { type ConsentSource, followPlatform, type PurposeMap, pageValue } from './consent-source.ts';

/** Methods of Shopify's customer privacy by purpose. */
export const shopifyPurposes: PurposeMap = {
  functional: ['preferencesProcessingAllowed'],
  analytics: ['analyticsProcessingAllowed'],
  personalization: ['preferencesProcessingAllowed'],
  marketing: ['marketingAllowed', 'saleOfDataAllowed'],
};

/** What the methods' words are called in the event. */
const inEvent: Readonly<Record<string, string>> = {
  preferencesProcessingAllowed: 'preferencesAllowed',
  analyticsProcessingAllowed: 'analyticsAllowed',
};

/**
 * Follows `window.Shopify.customerPrivacy` and the document's `visitorConsentCollected`; asks Shopify to load the API
 * where it is not there. Where Shopify needs no consent its methods allow, and that is taken as the shop's word.
 * Source: Shopify, "Customer Privacy API".
 */
export function shopifyConsent(map: PurposeMap = shopifyPurposes): ConsentSource {
  return followPlatform({
    map,
    events: ['visitorConsentCollected'],
    ask(look) {
      const { customerPrivacy, loadFeatures } = pageValue('Shopify');
      if (!customerPrivacy && typeof loadFeatures === 'function')
        loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], look);
    },
    read(detail, type) {
      if (type === 'visitorConsentCollected') return (word) => Object(detail)[inEvent[word] ?? word] === true;
      const privacy = Object(pageValue('Shopify').customerPrivacy);
      const isAllowed = (word: string): boolean => privacy[word]?.() === true;
      const spoken: readonly unknown[] = Object.values(Object(privacy.currentVisitorConsent?.()));
      const isAnswered = spoken.some((one) => one === 'yes' || one === 'no');
      return isAnswered || Object.values(map).flat().some(isAllowed) ? isAllowed : null;
    },
  });
}
