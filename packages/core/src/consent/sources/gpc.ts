import type { ConsentPurpose } from '@regulars/schema';
import type { ConsentSource } from './consent-source.ts';

/**
 * Takes purposes away from a source's answer where the browser says Global Privacy Control; it never grants any.
 * Source: W3C, "Global Privacy Control", `navigator.globalPrivacyControl`.
 * @param refused what the signal refuses (default marketing).
 */
export function respectGpc(
  source: ConsentSource,
  refused: readonly ConsentPurpose[] = ['marketing'],
): ConsentSource {
  return (tell) =>
    source((answer) => {
      const isOn = Reflect.get(navigator, 'globalPrivacyControl') === true;
      tell(answer?.filter((one) => !isOn || !refused.includes(one)) ?? null);
    });
}
