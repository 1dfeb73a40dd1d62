import { hashText } from '../lib/hash.ts';

/** Without letters that look like digits: it is read out on the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Six characters by which a visitor is found when they ask for help: 30 bits of a hash of the anonymous id. The id cannot
 * be made from it; two visitors may share one.
 */
export function supportCode(anonymousId: string): string {
  const bits = hashText(`support:${anonymousId}`);
  return Array.from({ length: 6 }, (_, at) => ALPHABET[(bits >>> (at * 5)) & 31]).join('');
}
