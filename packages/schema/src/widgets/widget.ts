import * as z from 'zod/mini';
import { type AnnouncementWidget, announcementWidget } from './announcement.ts';
import { type BadgesWidget, badgesWidget } from './badges.ts';
import { type BoxWidget, boxWidget } from './box.ts';
import { type CarouselWidget, carouselWidget } from './carousel.ts';
import { type ChecklistWidget, checklistWidget } from './checklist.ts';
import { type CountdownWidget, countdownWidget } from './countdown.ts';
import { type CouponWidget, couponWidget } from './coupon.ts';
import { type HintWidget, hintWidget } from './hint.ts';
import { type LauncherWidget, launcherWidget } from './launcher.ts';
import { type LeaderboardWidget, leaderboardWidget } from './leaderboard.ts';
import { type PrivacyWidget, privacyWidget } from './privacy.ts';
import { type PrizesWidget, prizesWidget } from './prizes.ts';
import { type ProgressWidget, progressWidget } from './progress.ts';
import { type QuestWidget, questWidget } from './quest.ts';
import { type QuizWidget, quizWidget } from './quiz.ts';
import { type ReelsWidget, reelsWidget } from './reels.ts';
import { type ReferralWidget, referralWidget } from './referral.ts';
import { type ScratchWidget, scratchWidget } from './scratch.ts';
import { type StreakWidget, streakWidget } from './streak.ts';
import { type TierWidget, tierWidget } from './tier.ts';
import { type TourWidget, tourWidget } from './tour.ts';
import { type WalletWidget, walletWidget } from './wallet.ts';
import { type WheelWidget, wheelWidget } from './wheel.ts';

/** What a campaign shows: one typed `props` per `type`. Grows by one file per widget. */
export type Widget =
  | TourWidget
  | AnnouncementWidget
  | ChecklistWidget
  | HintWidget
  | LauncherWidget
  | PrivacyWidget
  | CarouselWidget
  | WalletWidget
  | PrizesWidget
  | CouponWidget
  | TierWidget
  | BadgesWidget
  | StreakWidget
  | QuestWidget
  | LeaderboardWidget
  | ProgressWidget
  | ReferralWidget
  | WheelWidget
  | ScratchWidget
  | BoxWidget
  | ReelsWidget
  | QuizWidget
  | CountdownWidget;

export const widget: z.ZodMiniType<Widget> = z.discriminatedUnion('type', [
  tourWidget,
  announcementWidget,
  checklistWidget,
  hintWidget,
  launcherWidget,
  privacyWidget,
  carouselWidget,
  walletWidget,
  prizesWidget,
  couponWidget,
  tierWidget,
  badgesWidget,
  streakWidget,
  questWidget,
  leaderboardWidget,
  progressWidget,
  referralWidget,
  wheelWidget,
  scratchWidget,
  boxWidget,
  reelsWidget,
  quizWidget,
  countdownWidget,
]);

export const widgetTypes: readonly Widget['type'][] = [
  'tour',
  'announcement',
  'checklist',
  'hint',
  'launcher',
  'privacy',
  'carousel',
  'wallet',
  'prizes',
  'coupon',
  'tier',
  'badges',
  'streak',
  'quest',
  'leaderboard',
  'progress',
  'referral',
  'wheel',
  'scratch',
  'box',
  'reels',
  'quiz',
  'countdown',
];
