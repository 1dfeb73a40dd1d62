export {
  type Action,
  type ActionOutcome,
  type ActionRequest,
  type ActionResults,
  actionRequest,
  type RefusalReason,
  refusalReasons,
} from './action.ts';
export {
  type Feed,
  type FeedItem,
  type FeedWish,
  type FreeEntryWish,
  feedWish,
  freeEntryWish,
  type GoodwillGift,
  goodwillGift,
  type PersonSummary,
  type PointsAdjustment,
  pointsAdjustment,
  type Revocation,
  revocation,
} from './admin.ts';
export type { Campaign, Experiment, Frequency, Placement, Schedule, Trigger } from './campaign.ts';
export { type Condition, type Operator, operators, type Scalar, type Where } from './condition.ts';
export { attributeKind, attributeNames } from './describe/attribute-phrase.ts';
export type { AttributeKind } from './describe/attribute-phrases-table.ts';
export { describeCondition } from './describe-condition.ts';
export { describeReason } from './describe-reason.ts';
export { type DescribedNode, describeTrace, type TracedNode } from './describe-trace.ts';
export { type DocumentChange, diffCampaigns, diffProgram } from './diff-documents.ts';
export { type CampaignDocument, campaignDocument, type PublicPool } from './document.ts';
export type {
  BadgeView,
  EntitlementView,
  LeaderboardView,
  QuestView,
  ReferralView,
  StreakView,
} from './engagement-views.ts';
export {
  type ConsentPurpose,
  type EventName,
  type EventProps,
  eventEnvelope,
  eventNames,
  type JourneyEvent,
} from './event.ts';
export { eventProps } from './event-props.ts';
export {
  type CardShard,
  type IndexManifest,
  indexManifest,
  type ListShard,
  type LookupShard,
  type RowShard,
} from './index-manifest.ts';
export type { SchemaNode } from './json-schema/annotate-schema.ts';
export { campaignJsonSchema, programJsonSchema, wireJsonSchemas } from './json-schema.ts';
export { lintDocument } from './lint-document.ts';
export { lintProgram } from './lint-program.ts';
export type { Money } from './money.ts';
export type { ParseResult } from './parse/parse-source.ts';
export { parseDocument } from './parse-document.ts';
export { parseProgram } from './parse-program.ts';
export { type Persona, type Preview, type PreviewPlan, personas, previewPlan } from './preview.ts';
export type { Problem } from './problem.ts';
export type { Product, ProductVariant } from './product.ts';
export type { CouponSource } from './program/coupon.ts';
export type {
  Cashback,
  Earning,
  EventEarning,
  Goods,
  Multiplier,
  OrderEarning,
} from './program/earning.ts';
export type { Expiry, Pending } from './program/expiry.ts';
export type { Limit } from './program/limit.ts';
export type { Offer, Spending } from './program/offer.ts';
export type { Pool } from './program/pool.ts';
export type { Reward } from './program/reward.ts';
export type { Tier, Tiers } from './program/tier.ts';
export { type ProgramDocument, programDocument } from './program.ts';
export type {
  Anniversary,
  Badge,
  Birthday,
  EarlyAccess,
  Leaderboard,
  Quest,
  QuestStep,
  Referral,
  Streak,
} from './program-engagement.ts';
export {
  type AttributesView,
  type AttributesWish,
  type AttributeValue,
  attributesWish,
  type PulledAttribute,
  type PulledFacts,
  type ShownElsewhere,
} from './pulled-facts.ts';
export type { OfferView, Prize, TierView, Wallet, WalletEntry } from './reward-views.ts';
export type { Content, LocalizedText } from './rich-text.ts';
export { type SignalBatch, signalBatch } from './signal-batch.ts';
export { oddsInBasisPoints, type ServerPart, type SplitOptions, splitDocument } from './split-document.ts';
export { formatVersion, type UpgradedDocument, upgradeDocument } from './upgrade-document.ts';
export type { AnnouncementWidget } from './widgets/announcement.ts';
export type { BadgesWidget } from './widgets/badges.ts';
export type { BoxWidget } from './widgets/box.ts';
export type { CarouselWidget, Fallback, ListLayout, ProductMatch, Strategy } from './widgets/carousel.ts';
export type { ChecklistWidget, Mission } from './widgets/checklist.ts';
export type { CountdownWidget } from './widgets/countdown.ts';
export type { CouponWidget } from './widgets/coupon.ts';
export { drawOf } from './widgets/draw-of.ts';
export type { GuidanceAction } from './widgets/guidance-action.ts';
export type { HintWidget } from './widgets/hint.ts';
export type { LauncherGroup, LauncherWidget } from './widgets/launcher.ts';
export type { LeaderboardWidget } from './widgets/leaderboard.ts';
export type { PrivacyPart, PrivacyWidget } from './widgets/privacy.ts';
export type { PrizesWidget } from './widgets/prizes.ts';
export type { ProgressWidget } from './widgets/progress.ts';
export type { QuestWidget } from './widgets/quest.ts';
export type { QuizWidget } from './widgets/quiz.ts';
export { passesQuiz, publicWidget, type QuizKey, quizKeyOf } from './widgets/quiz-key.ts';
export type { ReelsWidget } from './widgets/reels.ts';
export type { ReferralWidget } from './widgets/referral.ts';
export type { ScratchWidget } from './widgets/scratch.ts';
export type { StreakWidget } from './widgets/streak.ts';
export type { TierWidget } from './widgets/tier.ts';
export type { TourAction, TourMedia, TourStep, TourWidget } from './widgets/tour.ts';
export type { WalletWidget } from './widgets/wallet.ts';
export type { WheelWidget } from './widgets/wheel.ts';
export { type Widget, widgetTypes } from './widgets/widget.ts';
export { withRevision } from './with-revision.ts';
