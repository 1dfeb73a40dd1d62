import type { ConsentPurpose } from '@regulars/schema';
import { saysGpc } from '../says-gpc.ts';
import type { ConsentSource } from './consent-source.ts';

/**
 * Takes more purposes away from a source's answer where the browser says Global Privacy Control; it never grants any. The
 * engine itself refuses `marketing` then, whoever grants it.
 */
export function respectGpc(source: ConsentSource, refused: readonly ConsentPurpose[]): ConsentSource {
  return (tell) =>
    source((answer) => tell(answer?.filter((one) => !saysGpc() || !refused.includes(one)) ?? null));
}
