import type { Wallet } from '../lib/reward-types.ts';

/** One line of the history. */
export interface WalletLine {
  readonly id: string;
  /** Epoch ms. */
  readonly t: number;
  readonly points: number;
  /** Key of its built-in text. */
  readonly kind: string;
  readonly orderId: string | undefined;
}

/** Movements listed when the campaign does not say. */
const HISTORY_COUNT = 5;

/** The newest movements first. */
export function walletLines({ entries }: Wallet, history: number = HISTORY_COUNT): readonly WalletLine[] {
  const newest = [...entries].sort((a, b) => b.t - a.t).slice(0, history);
  return newest.map(({ id, t, points, kind, orderId }) => ({
    id,
    t,
    points,
    kind: kind === 'pending' ? 'wallet.waiting' : `wallet.${kind}`,
    orderId,
  }));
}
