import type { WidgetView } from '@regulars/core';

/** Fetches and registers the elements that one type of view needs; safe to call again. Rejects when the chunk fails. */
export type ElementLoader = () => Promise<void>;

/** Map from the type of a view to the loader of its element. */
export type ElementLoaders = Readonly<Record<WidgetView['type'], ElementLoader>>;

/**
 * One loader per view type. Importing an element module only gives its class: `define()` registers it together with
 * the elements it renders, so no module of this package has a side effect and a bundler cuts one chunk per loader.
 */
export const elementLoaders: ElementLoaders = {
  tour: () => import('./tour/tour.ts').then(({ RegularsTour }) => RegularsTour.define()),
  announcement: () =>
    import('./announcement/announcement.ts').then(({ RegularsAnnouncement }) =>
      RegularsAnnouncement.define(),
    ),
  checklist: () =>
    import('./checklist/checklist.ts').then(({ RegularsChecklist }) => RegularsChecklist.define()),
  hint: () => import('./hint/hint.ts').then(({ RegularsHint }) => RegularsHint.define()),
  launcher: () => import('./launcher/launcher.ts').then(({ RegularsLauncher }) => RegularsLauncher.define()),
  privacy: () => import('./privacy/privacy.ts').then(({ RegularsPrivacy }) => RegularsPrivacy.define()),
  carousel: () =>
    import('./carousel/carousel-with-cards.ts').then(({ defineCarouselWithCards }) =>
      defineCarouselWithCards(),
    ),
  wallet: () => import('./wallet/wallet.ts').then(({ RegularsWallet }) => RegularsWallet.define()),
  prizes: () => import('./prizes/prizes.ts').then(({ RegularsPrizes }) => RegularsPrizes.define()),
  coupon: () => import('./coupon/coupon.ts').then(({ RegularsCoupon }) => RegularsCoupon.define()),
  tier: () => import('./tier/tier.ts').then(({ RegularsTier }) => RegularsTier.define()),
  badges: () => import('./badges/badges.ts').then(({ RegularsBadges }) => RegularsBadges.define()),
  streak: () => import('./streak/streak.ts').then(({ RegularsStreak }) => RegularsStreak.define()),
  quest: () => import('./quest/quest.ts').then(({ RegularsQuest }) => RegularsQuest.define()),
  leaderboard: () =>
    import('./leaderboard/leaderboard.ts').then(({ RegularsLeaderboard }) => RegularsLeaderboard.define()),
  referral: () => import('./referral/referral.ts').then(({ RegularsReferral }) => RegularsReferral.define()),
  progress: () => import('./progress/progress.ts').then(({ RegularsProgress }) => RegularsProgress.define()),
  countdown: () =>
    import('./countdown/countdown.ts').then(({ RegularsCountdown }) => RegularsCountdown.define()),
  scratch: () => import('./scratch/scratch.ts').then(({ RegularsScratch }) => RegularsScratch.define()),
  box: () => import('./box/box.ts').then(({ RegularsBox }) => RegularsBox.define()),
  reels: () => import('./reels/reels.ts').then(({ RegularsReels }) => RegularsReels.define()),
  quiz: () => import('./quiz/quiz.ts').then(({ RegularsQuiz }) => RegularsQuiz.define()),
  wheel: () => import('./wheel/wheel.ts').then(({ RegularsWheel }) => RegularsWheel.define()),
};
