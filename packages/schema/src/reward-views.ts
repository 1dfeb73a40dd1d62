import type { Money } from './money.ts';
import type { Reward } from './program/reward.ts';

/** Points of a person, folded from the ledger on the server. */
export interface Wallet {
  /** Points to spend; below zero only where the programme lets a balance go there. */
  readonly points: number;
  /** Points that wait for the return window of their orders. */
  readonly pending: number;
  /** Points owed after a return; the next points pay them. None: nothing is owed. */
  readonly debt?: number | undefined;
  /** Cashback to spend; none where the programme gives none. */
  readonly credit?: Money | undefined;
  readonly currencyLabel?: string | undefined;
  /** What ends first; none: nothing ends. */
  readonly nextExpiry?: { readonly points: number; readonly at: number } | undefined;
  /** What becomes available first; without `at` it waits for the shop's word. */
  readonly nextRelease?: { readonly points: number; readonly at?: number | undefined } | undefined;
  /** Ways to earn that have a name, in the order of the programme. */
  readonly ways?: readonly { readonly id: string; readonly label: string }[] | undefined;
  /** What points are worth at the checkout. */
  readonly worth?: { readonly points: number; readonly value: Money } | undefined;
  /** Newest first. */
  readonly entries: readonly WalletEntry[];
}

/** A movement of points as its owner sees it. */
export interface WalletEntry {
  readonly id: string;
  /** Epoch ms. */
  readonly t: number;
  readonly points: number;
  /** `pending` waits for its order; `given` came as a reward or from a colleague; `returned` was spent on a cancelled order. */
  readonly kind: 'earned' | 'pending' | 'won' | 'given' | 'spent' | 'returned' | 'expired' | 'reversed';
  readonly orderId?: string | undefined;
  /** Set for credit; points otherwise. */
  readonly currency?: string | undefined;
}

/** Something won or bought with points: `code` only after its claim. */
export interface Prize {
  /** Id of the win, whatever it came from. */
  readonly playId: string;
  readonly label: string;
  readonly kind?: 'coupon' | 'points' | undefined;
  /** What it came from (`game`, `offer`, `tier`, `quest` …). */
  readonly source?: string | undefined;
  /** Epoch ms. */
  readonly wonAt?: number | undefined;
  readonly claimToken?: string | undefined;
  readonly code?: string | undefined;
  /** What the coupon asks, in the person's language. */
  readonly conditions?: string | undefined;
  /** Epoch ms; none: no end. */
  readonly endsAt?: number | undefined;
  /** The code was used on a paid order. */
  readonly used?: true | undefined;
}

/** A person's tier and the way to the next. */
export interface TierView {
  /** None: in no tier yet. */
  readonly current?: { readonly id: string; readonly label: string } | undefined;
  /** Points earned in the window. */
  readonly points: number;
  readonly next?: { readonly id: string; readonly label: string; readonly missing: number } | undefined;
  /** Epoch ms at which the tier goes unless more is earned; none: not in danger. */
  readonly keepUntil?: number | undefined;
  /** From the lowest up. */
  readonly levels: readonly {
    readonly id: string;
    readonly label: string;
    readonly from: number;
    readonly times?: number | undefined;
    readonly perks: readonly string[];
    readonly reached: boolean;
  }[];
}

/** Something that points buy, as a person sees it. */
export interface OfferView {
  readonly id: string;
  readonly label: string;
  readonly points: number;
  readonly reward: Reward['type'];
  /** Why this person cannot have it now; none: it can be had. */
  readonly refusal?: 'not-enough-points' | 'out-of-stock' | 'limit-reached' | 'not-eligible' | undefined;
  /** Epoch ms; none: no end. */
  readonly endsAt?: number | undefined;
}
