import type { WalletView } from '@regulars/core';
import type { Wallet } from '../lib/types.ts';

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

/** What the wallet's template needs. */
export interface WalletShow {
  readonly mode: 'slot' | 'loading' | 'points' | 'message';
  readonly points: number;
  readonly pending: number;
  readonly lines: readonly WalletLine[];
  /** Key of the built-in sentence in `message`. */
  readonly message: string | undefined;
  /** Whether asking again can help. */
  readonly retry: boolean;
}

/** Movements listed when the campaign does not say. */
const HISTORY_COUNT = 5;

/** What to show: points that are known stay visible while they are read anew; else the state in words. */
export function walletShow(view: WalletView | null): WalletShow {
  const none = { points: 0, pending: 0, lines: [], message: undefined, retry: false };
  if (!view) return { ...none, mode: 'slot' };
  const { state, wallet, props } = view;
  const retry = state === 'error' || state === 'offline';
  if (wallet && state !== 'anonymous') {
    const message = retry ? `wallet.${state}` : undefined;
    return { ...none, ...known(wallet, props.history ?? HISTORY_COUNT), mode: 'points', message, retry };
  }
  if (state === 'loading' || state === 'ready')
    return { ...none, mode: 'loading', message: 'wallet.loading' };
  return { ...none, mode: 'message', message: `wallet.${state}`, retry };
}

function known(wallet: Wallet, history: number): Pick<WalletShow, 'points' | 'pending' | 'lines'> {
  const newest = [...wallet.entries].sort((a, b) => b.t - a.t).slice(0, history);
  return {
    points: wallet.points,
    pending: wallet.pending,
    lines: newest.map(({ id, t, points, kind, orderId }) => ({
      id,
      t,
      points,
      kind: `wallet.${kind}`,
      orderId,
    })),
  };
}
