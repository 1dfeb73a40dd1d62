import { createHash, createHmac } from 'node:crypto';
import { type DrawResult, drawMessage, selectPrize } from '@regulars/core/rules';

/** Draws by HMAC-SHA-256 keyed by the server seed, see `selectPrize`. Pure. */
export function drawPrize(
  weights: readonly number[],
  {
    serverSeed,
    clientSeed,
    nonce,
  }: { readonly serverSeed: string; readonly clientSeed: string; readonly nonce: number },
): DrawResult {
  for (let round = 0; ; round++) {
    const message = drawMessage(clientSeed, nonce, round);
    const drawn = selectPrize(weights, createHmac('sha256', serverSeed).update(message).digest());
    if (drawn) return drawn;
  }
}

/** What is published before the first draw, so that the seed cannot be chosen afterwards: hex SHA-256 of the seed's text. */
export function commitmentOf(serverSeed: string): string {
  return createHash('sha256').update(serverSeed).digest('hex');
}
