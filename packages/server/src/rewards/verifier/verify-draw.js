/** Checks a published draw with nothing but WebCrypto, so that anybody can read how. */

const WORDS = 2 ** 32;
const utf8 = (text) => new TextEncoder().encode(text);
const hex = (bytes) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Hex SHA-256 of a seed's text: what is published before the first draw. */
export async function commitmentOf(seed) {
  return hex(await crypto.subtle.digest('SHA-256', utf8(seed)));
}

/**
 * The prize of a play: HMAC-SHA-256 keyed by the seed over "playKey:0", its big-endian 32-bit words in order; a word at or
 * above the largest multiple of the weights' sum is passed over; the remainder selects by cumulative weights. When
 * all words are passed over, the next digest is over "playKey:0:1", and so on.
 */
export async function drawOf({ seed, playKey, weights }) {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!Number.isSafeInteger(sum) || sum < 1 || sum > WORDS) throw new RangeError('weights');
  const limit = WORDS - (WORDS % sum);
  const key = await crypto.subtle.importKey('raw', utf8(seed), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  for (let round = 0; ; round++) {
    const message = round === 0 ? `${playKey}:0` : `${playKey}:0:${round}`;
    const digest = new DataView(await crypto.subtle.sign('HMAC', key, utf8(message)));
    for (let at = 0; at < digest.byteLength; at += 4) {
      const word = digest.getUint32(at);
      if (word < limit) return { message, word, sum, ...select(weights, word % sum) };
    }
  }
}

function select(weights, remainder) {
  let from = 0;
  const prizeIndex = weights.findIndex((weight) => {
    if (remainder < from + weight) return true;
    from += weight;
    return false;
  });
  return { prizeIndex, remainder, from, to: from + weights[prizeIndex] - 1 };
}
