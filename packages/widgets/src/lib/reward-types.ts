import type {
  BadgesView,
  BoardView,
  FriendsView,
  LevelView,
  PrizesView,
  QuestsView,
  StreaksView,
  WalletView,
} from '@regulars/core';

/** The visitor's points. */
export type Wallet = NonNullable<WalletView['known']>;
/** Something that points buy. */
export type Offer = NonNullable<WalletView['offers']>[number];
/** Something won or bought. */
export type Prize = NonNullable<PrizesView['known']>[number];
/** The visitor's tier. */
export type Tier = NonNullable<LevelView['known']>;
/** A badge, earned or not. */
export type Badge = NonNullable<BadgesView['known']>[number];
/** A streak as it stands. */
export type Streak = NonNullable<StreaksView['known']>[number];
/** A quest as it stands. */
export type Quest = NonNullable<QuestsView['known']>[number];
/** A leaderboard and the visitor's place. */
export type Board = NonNullable<BoardView['known']>;
/** What the visitor needs to recommend the shop. */
export type Friends = NonNullable<FriendsView['known']>;
