export { localDayNumber, localInstant } from '../lib/calendar.ts';
export { type Arm, armOf, assignAgain, assignVariant, isHeldOut } from './assign-variant.ts';
export { readTouch, touchOf } from './attribution-rule.ts';
export { backoffMs } from './backoff-rule.ts';
export { type Batch, type BatchLimits, cutBatch } from './batch-rule.ts';
export { windowStart } from './calendar-window.ts';
export { type CapInput, capRefusal, type WindowStart } from './cap-rule.ts';
export { isCheckoutPath } from './checkout-rule.ts';
export { type CompiledDocument, compileDocument, maxDocumentLength } from './compile-campaign.ts';
export { countWithin } from './count-rule.ts';
export { decide, slotOf } from './decide.ts';
export type { DecideInput, DecisionStep, Fired, Judgement, Reason } from './decision.ts';
export { evaluateCondition } from './evaluate-condition.ts';
export type { Evaluate, Evaluation, Trace } from './evaluate-with.ts';
export { createEvaluator } from './evaluate-with.ts';
export { exitMinMs, isExit, isScrollExit, type PointerExit } from './exit-rule.ts';
export { explain, explainReason } from './explain.ts';
export type { ConditionFacts, FactValue } from './fact.ts';
export { foldProfile, scoreAt } from './fold-profile.ts';
export { matchesGlob } from './glob.ts';
export { hoursRefusal } from './hours-rule.ts';
export type { CampaignReport, ReportArm } from './insights/campaign-report.ts';
export {
  type ArmCount,
  type Difference,
  daysToProof,
  differenceOf,
  rateInterval,
} from './insights/difference-rule.ts';
export { type SampleRatio, sampleRatio } from './insights/sample-ratio-rule.ts';
export { emptyListProfile, type ListPlan, type ListProfile, planList } from './list-plan.ts';
export { type Merchandise, matches, merchandise } from './merchandise-rule.ts';
export { type MoreKnown, planMore } from './more-strategies.ts';
export type { Truth } from './operators.ts';
export { type ImaginedVisitor, imaginePersona, imagineProfile } from './persona.ts';
export { comesFirst } from './place-rule.ts';
export { emptyProfile, type FoldableEvent, type Profile } from './profile.ts';
export { type RankInput, type RankResult, rankProducts, type Weight } from './rank-rule.ts';
export type { RemovalReason } from './rank-rule-removal.ts';
export { byScore, type Neighbour, type Scored, type ScoreParameters, scoreRows } from './rank-rule-score.ts';
export { type Row, readRow, rowShardOf, shardOf } from './rank-rule-shard.ts';
export type { Ranked, Source } from './ranked.ts';
export { type Assignee, recordArm } from './record-arm.ts';
export { directionOf, localeChain, type ResolvedTexts, resolveLocale } from './resolve-locale.ts';
export { badgeProgress, type Deeds } from './rewards/badge-rule.ts';
export {
  birthdayIn,
  dueAnniversary,
  dueBirthday,
  type MonthDay,
  readMonthDay,
} from './rewards/birthday-rule.ts';
export { type DayOptions, dateOfDay, dayOf, startOfDay } from './rewards/day-rule.ts';
export { type DrawResult, drawMessage, selectPrize } from './rewards/draw-rule.ts';
export { type Earned, type EarningOrder, earnByOrder } from './rewards/earn-rule.ts';
export { expiryOf, slideExpiry } from './rewards/expiry-rule.ts';
export { countGoods, countsLine, type OrderLine } from './rewards/goods-rule.ts';
export { boardWindow, rankScores, type Score } from './rewards/leaderboard-rule.ts';
export {
  availablePoints,
  type DrawPlan,
  expiredDraws,
  type Lot,
  type LotDraw,
  planReversal,
  planSpend,
} from './rewards/lot-rule.ts';
export { type NicknameProblem, readNickname } from './rewards/nickname-rule.ts';
export {
  advanceOrder,
  availableAt,
  newOrder,
  type OrderProgress,
  type OrderState,
  orderState,
  orderStates,
} from './rewards/order-rule.ts';
export {
  type Deed,
  foldQuest,
  type QuestPast,
  type QuestProgress,
  type QuestWindow,
} from './rewards/quest-rule.ts';
export {
  judgeReferral,
  type ReferralCase,
  type ReferralReason,
  type ReferralVerdict,
  velocityDays,
} from './rewards/referral-rule.ts';
export { type ReturnedOrder, type ReversibleRule, reversedPoints } from './rewards/reversal-rule.ts';
export {
  dueMilestones,
  foldStreak,
  type StreakMark,
  type StreakRule,
  type StreakStanding,
  type StreakState,
  streakAt,
  unitOf,
} from './rewards/streak-rule.ts';
export {
  type EarnedPoints,
  enteredTiers,
  type TierStanding,
  tierStanding,
} from './rewards/tier-rule.ts';
export { scheduleRefusal } from './schedule-refusal.ts';
export { scheduleState } from './schedule-rule.ts';
export {
  isNewSession,
  type SessionAct,
  type SessionLimits,
  type SessionRule,
  type SessionSpan,
  sessionLimits,
} from './session-rule.ts';
export {
  type ArmRecord,
  type AttentionBudget,
  noBudget,
  noHistory,
  type ShownHistory,
} from './shown-history.ts';
export { supportCode } from './support-code.ts';
export { firesTrigger, type TriggerHappening, triggersOf } from './trigger-rule.ts';
export { parseInstant } from './zoned-time.ts';
