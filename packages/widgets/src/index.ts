export type { AnnouncementActEvent, AnnouncementActedEvent } from './announcement/announcement.events.ts';
export type { RegularsAnnouncement } from './announcement/announcement.ts';
export type { BadgesRefreshEvent } from './badges/badges.events.ts';
export type { RegularsBadges } from './badges/badges.ts';
export type { BoxClaimEvent, BoxDrawEvent, BoxSettledEvent } from './box/box.events.ts';
export type { RegularsBox } from './box/box.ts';
export type { CarouselClickedEvent } from './carousel/carousel.events.ts';
export type { RegularsCarousel } from './carousel/carousel.ts';
export type { CarouselViewedEvent } from './carousel/watch-cards.events.ts';
export type { ChecklistActEvent, ChecklistFinishedEvent } from './checklist/checklist.events.ts';
export type { RegularsChecklist } from './checklist/checklist.ts';
export type { CountdownEndedEvent } from './countdown/countdown.events.ts';
export type { RegularsCountdown } from './countdown/countdown.ts';
export type { CouponApplyEvent, CouponClaimEvent, CouponRefreshEvent } from './coupon/coupon.events.ts';
export type { RegularsCoupon } from './coupon/coupon.ts';
export { defineElement } from './define.ts';
export { type ElementLoader, type ElementLoaders, elementLoaders } from './element-loaders.ts';
export { frameLoaders } from './frame-loaders.ts';
export type { HintActEvent, HintActedEvent } from './hint/hint.events.ts';
export type { RegularsHint } from './hint/hint.ts';
export type { LauncherActEvent } from './launcher/launcher.events.ts';
export type { RegularsLauncher } from './launcher/launcher.ts';
export type { LeaderboardNicknameEvent, LeaderboardRefreshEvent } from './leaderboard/leaderboard.events.ts';
export type { RegularsLeaderboard } from './leaderboard/leaderboard.ts';
export { isVisible } from './lib/anchor/find-target.ts';
export type { WidgetFailedEvent } from './lib/base.events.ts';
export { ContextRequestEvent, hostContext, provideHost } from './lib/host-context.ts';
export type { Message, Messages } from './messages/message.ts';
export { formatMessage, messageLocales, messagesFor } from './messages/messages.ts';
export type { OverlayMovedEvent } from './overlay/overlay.events.ts';
export type { RegularsOverlay } from './overlay/overlay.ts';
export type { PrivacyActEvent, PrivacyChangeEvent } from './privacy/privacy.events.ts';
export type { RegularsPrivacy } from './privacy/privacy.ts';
export type {
  PrizesApplyEvent,
  PrizesClaimEvent,
  PrizesRefreshEvent,
  PrizesSendEvent,
} from './prizes/prizes.events.ts';
export type { RegularsPrizes } from './prizes/prizes.ts';
export type { ProductCardRefuseEvent } from './product-card/card-more.events.ts';
export type { ProductCardAddEvent, ProductCardSelectEvent } from './product-card/product-card.events.ts';
export type { RegularsProductCard } from './product-card/product-card.ts';
export type { ProgressReachedEvent } from './progress/progress.events.ts';
export type { RegularsProgress } from './progress/progress.ts';
export type { QuestRefreshEvent } from './quest/quest.events.ts';
export type { RegularsQuest } from './quest/quest.ts';
export type { QuizClaimEvent, QuizDrawEvent, QuizSettledEvent } from './quiz/quiz.events.ts';
export type { RegularsQuiz } from './quiz/quiz.ts';
export type { ReelsClaimEvent, ReelsDrawEvent, ReelsSettledEvent } from './reels/reels.events.ts';
export type { RegularsReels } from './reels/reels.ts';
export type {
  ReferralReferrerEvent,
  ReferralRefreshEvent,
  ReferralShareEvent,
} from './referral/referral.events.ts';
export type { RegularsReferral } from './referral/referral.ts';
export type { ScratchClaimEvent, ScratchDrawEvent, ScratchSettledEvent } from './scratch/scratch.events.ts';
export type { RegularsScratch } from './scratch/scratch.ts';
export type { SlotShownEvent } from './slot/slot.events.ts';
export type { RegularsSlot } from './slot/slot.ts';
export type { StreakRefreshEvent } from './streak/streak.events.ts';
export type { RegularsStreak } from './streak/streak.ts';
export type { TierRefreshEvent } from './tier/tier.events.ts';
export type { RegularsTier } from './tier/tier.ts';
export type { TourAdvancedEvent, TourAdvanceEvent } from './tour/tour.events.ts';
export type { RegularsTour } from './tour/tour.ts';
export type { WalletRedeemEvent, WalletRefreshEvent } from './wallet/wallet.events.ts';
export type { RegularsWallet } from './wallet/wallet.ts';
export type { WheelClaimEvent, WheelDrawEvent, WheelSettledEvent } from './wheel/wheel.events.ts';
export type { RegularsWheel } from './wheel/wheel.ts';
