import type { Reward } from './program/reward.ts';

/** A badge of the shop and whether the person has it. Texts are in the person's language. */
export interface BadgeView {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  /** Epoch ms; none: not earned yet. */
  readonly earnedAt?: number | undefined;
  /** How far: `done` of `goal`. */
  readonly done: number;
  readonly goal: number;
}

/** A streak as it stands. */
export interface StreakView {
  readonly id: string;
  readonly name: string;
  readonly every: 'day' | 'week';
  /** Days (or weeks) in a row; 0: broken or never begun. */
  readonly count: number;
  readonly longest: number;
  /** Whether today (this week) counts already. */
  readonly doneNow: boolean;
  /** Epoch ms until which the next act keeps the streak; none: there is none to keep. */
  readonly keepUntil?: number | undefined;
  /** Zone in which days count, when it is the device's: a device elsewhere says so. */
  readonly deviceZone?: string | undefined;
  /** Freeze tokens left. */
  readonly freezes: number;
  readonly milestones: readonly {
    readonly count: number;
    readonly reward: Reward['type'];
    readonly reached: boolean;
  }[];
  /** The last days, oldest first, today at the end. */
  readonly days: readonly { readonly date: string; readonly state: 'done' | 'frozen' | 'missed' | 'open' }[];
}

/** A quest or challenge and the person's way in it. */
export interface QuestView {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly order: 'any' | 'listed';
  /** `waiting`: before its start, or in the pause before a repeat. */
  readonly state: 'open' | 'done' | 'ended' | 'waiting';
  readonly steps: readonly {
    readonly id: string;
    readonly label: string;
    readonly done: number;
    readonly times: number;
  }[];
  readonly reward: { readonly type: Reward['type']; readonly points?: number | undefined };
  /** How often it was finished. */
  readonly completions: number;
  /** Epoch ms by which this attempt, or the challenge, ends. */
  readonly endsAt?: number | undefined;
}

/** The best of a leaderboard, and the person's own place. Ties stand in the order in which they got there. */
export interface LeaderboardView {
  readonly id: string;
  readonly name: string;
  readonly metric: 'points' | 'orders' | 'spend';
  readonly rows: readonly {
    readonly rank: number;
    readonly nickname: string;
    readonly score: number;
    readonly own: boolean;
  }[];
  /** None: not on the board, which needs a nickname and an order. */
  readonly own?: { readonly rank: number; readonly score: number } | undefined;
  /** The person's nickname; none: takes no part. */
  readonly nickname?: string | undefined;
  /** Epoch ms at which the count starts again; none: never. */
  readonly endsAt?: number | undefined;
}

/** What a person needs to recommend the shop. */
export interface ReferralView {
  readonly code: string;
  readonly referrer: { readonly type: Reward['type']; readonly points?: number | undefined };
  readonly friend: { readonly type: Reward['type']; readonly points?: number | undefined };
  readonly pending: number;
  readonly rewarded: number;
}

/** An early access that the person has now; the shop's server checks the token. */
export interface EntitlementView {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  /** Epoch ms. */
  readonly endsAt: number;
}
