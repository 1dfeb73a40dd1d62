import type { DebugSection } from '../debug-section.ts';
import { make, pairs } from '../dom.ts';

const purposes = ['necessary', 'functional', 'analytics', 'personalization', 'marketing'] as const;

/** The signal by which a yes to marketing does not count. */
const saysGpc = (): boolean => Reflect.get(navigator, 'globalPrivacyControl') === true;

/** What the visitor allowed, as the shop said it on this page. */
export const consentSection: DebugSection = {
  id: 'consent',
  title: 'consent',
  badge: ({ consent }, words) => words.text(`consent-${consent.state}`),
  render: ({ consent }, words) => [
    pairs(
      purposes.map((purpose) => {
        const granted = consent.granted.includes(purpose);
        const why = granted
          ? 'granted'
          : purpose === 'marketing' && saysGpc()
            ? 'refused-by-gpc'
            : 'not-granted';
        return [
          words.text(`purpose-${purpose}`),
          make('span', { class: granted ? 'yes' : 'no' }, words.text(why)),
        ];
      }),
    ),
  ],
};
