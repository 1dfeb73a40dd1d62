/** What a draw came to; enough for anybody with the seed to check it. */
export interface DrawResult {
  readonly prizeIndex: number;
  /** The word that was taken, before the remainder. */
  readonly word: number;
  readonly remainder: number;
}

const WORDS = 2 ** 32;

/**
 * What is hashed for a round of a draw: "clientSeed:nonce", and "clientSeed:nonce:1" and so on in the rare case that
 * a digest gave no usable word. The server seed is the key of the HMAC-SHA-256. Pure.
 */
export function drawMessage(clientSeed: string, nonce: number, round: number): string {
  return round === 0 ? `${clientSeed}:${nonce}` : `${clientSeed}:${nonce}:${round}`;
}

/**
 * Selects a prize by a digest: its big-endian 32-bit words in order; a word at or above the largest multiple of the weight
 * sum is passed over, so that no prize is favoured; the remainder selects by cumulative integer weights. `null`: every
 * word was passed over, take the next round's digest. Pure.
 * @throws RangeError when the weights cannot be drawn from.
 */
export function selectPrize(weights: readonly number[], digest: Uint8Array): DrawResult | null {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!Number.isSafeInteger(sum) || sum < 1 || sum > WORDS) {
    throw new RangeError(`Weights must be whole numbers with a sum from 1 to 2^32, not ${sum}.`);
  }
  const limit = WORDS - (WORDS % sum);
  const words = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  for (let at = 0; at + 4 <= digest.byteLength; at += 4) {
    const word = words.getUint32(at);
    if (word >= limit) continue;
    const remainder = word % sum;
    return { prizeIndex: indexOf(weights, remainder), word, remainder };
  }
  return null;
}

function indexOf(weights: readonly number[], remainder: number): number {
  let reached = 0;
  return weights.findIndex((weight) => {
    reached += weight;
    return remainder < reached;
  });
}
