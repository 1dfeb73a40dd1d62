import { createHash, createHmac } from 'node:crypto';

/** What a draw came to; enough for anybody with the seed to check it. */
export interface DrawResult {
  readonly prizeIndex: number;
  /** The word that was taken, before the remainder. */
  readonly word: number;
  readonly remainder: number;
}

const WORDS = 2 ** 32;

/**
 * Weighted draw by HMAC-SHA-256 keyed by the server seed over "clientSeed:nonce": big-endian 32-bit words; a word at
 * or above the largest multiple of the weight sum is rejected, so that no prize is favoured; the remainder selects by
 * cumulative integer weights. When all eight words of a digest are rejected the next one is over "clientSeed:nonce:1",
 * and so on. Pure.
 */
export function drawPrize(
  weights: readonly number[],
  {
    serverSeed,
    clientSeed,
    nonce,
  }: { readonly serverSeed: string; readonly clientSeed: string; readonly nonce: number },
): DrawResult {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!Number.isSafeInteger(sum) || sum < 1 || sum > WORDS) {
    throw new RangeError(`Weights must be whole numbers with a sum from 1 to 2^32, not ${sum}.`);
  }
  const limit = WORDS - (WORDS % sum);
  for (let round = 0; ; round++) {
    const message = round === 0 ? `${clientSeed}:${nonce}` : `${clientSeed}:${nonce}:${round}`;
    const digest = createHmac('sha256', serverSeed).update(message).digest();
    for (let at = 0; at < digest.length; at += 4) {
      const word = digest.readUInt32BE(at);
      if (word < limit) return { prizeIndex: select(weights, word % sum), word, remainder: word % sum };
    }
  }
}

/** What is published before the first draw, so that the seed cannot be chosen afterwards: hex SHA-256 of the seed's text. */
export function commitmentOf(serverSeed: string): string {
  return createHash('sha256').update(serverSeed).digest('hex');
}

function select(weights: readonly number[], remainder: number): number {
  let reached = 0;
  return weights.findIndex((weight) => {
    reached += weight;
    return remainder < reached;
  });
}
