import { type ConsentSource, followPlatform, type PurposeMap } from './consent-source.ts';

/** Complianz' categories by purpose. */
export const complianzPurposes: PurposeMap = {
  functional: ['preferences'],
  analytics: ['statistics'],
  personalization: ['preferences'],
  marketing: ['marketing'],
};

/** The cookie that says `allow` or `deny` about a category; a multisite prefixes it. */
const choice = (category: string): string | undefined =>
  new RegExp(`(?:^|; )cmplz_(?:rt_)?${category}=(allow|deny)(?:;|$)`).exec(document.cookie)?.[1];

/**
 * Follows Complianz: its cookies `cmplz_<category>`, and the document's `cmplz_status_change` (once per category, `{ category,
 * value: 'allow' | 'deny' }`) and `cmplz_fire_categories`. `cmplz_has_consent` is not asked: in opt-out regions it says
 * yes before an answer. Source: Complianz, "Upgrade document developers, 6.0".
 */
export function complianz(map: PurposeMap = complianzPurposes): ConsentSource {
  const told = new Map<string, unknown>();
  return followPlatform({
    map,
    events: ['cmplz_status_change', 'cmplz_fire_categories', 'cmplz_revoke'],
    read(detail, type) {
      const { category, value } = Object(detail);
      if (type === 'cmplz_revoke') told.clear();
      if (type === 'cmplz_status_change' && category) told.set(category, value);
      const words = Object.values(map).flat();
      const said = (word: string): unknown => told.get(word) ?? choice(word);
      return words.some(said) ? (word) => said(word) === 'allow' : null;
    },
  });
}
