export type { CampaignInspection, Inspection } from './campaigns/inspection.ts';
export type { CollectContext, Collector } from './collect/collector.ts';
export type { Core, CoreOptions } from './core-port.ts';
export { createCore } from './create-core.ts';
export type { CodedProblem } from './errors/problem-sink.ts';
export { RegularsError } from './errors/regulars-error.ts';
export type { ActionContext, ActionPort } from './features/action-port.ts';
export type {
  AnnouncementView,
  ChecklistReward,
  ChecklistView,
  GuidanceSignal,
  HeldKind,
  HintView,
  LauncherRowView,
  LauncherView,
  MissionProgress,
  PrivacySwitches,
  PrivacyView,
} from './features/guidance-view.ts';
export { type LazyPartOptions, lazyPart } from './features/lazy-part.ts';
export type {
  BadgesView,
  BoardView,
  BoxView,
  CountdownView,
  CouponView,
  FriendsView,
  GameView,
  LevelView,
  PrizesView,
  ProgressView,
  QuestsView,
  QuizView,
  ReadingView,
  ReelsView,
  RewardAct,
  RewardAnswer,
  ScratchView,
  StreaksView,
  WalletView,
  WheelView,
} from './features/reward-views.ts';
export type { BridgeAnswer, Cart, ShopBridge } from './features/shop-bridge.ts';
export type { WidgetSignal } from './features/widget-signal.ts';
export type {
  CarouselView,
  RankedCard,
  TourView,
  WidgetView,
} from './features/widget-view.ts';
export { hostPart } from './host/host-part.ts';
export type { Messages } from './host/messages.ts';
export type { WidgetHost } from './host/widget-host.ts';
export { inspector } from './inspector.ts';
export type { Part, PartContext } from './journey/part.ts';
export type { ResourceAnswer, ResourcePort } from './lib/resource-port.ts';
export { keyed } from './storage/keyed-store.ts';
export type { KeyedStore } from './storage/storage-port.ts';
export { deliverLater } from './sync/deliver-later.ts';
export type { DeliveryPort, SendOptions, SendOutcome } from './sync/delivery-port.ts';
export { deliverTo } from './sync/sync-engine.ts';
export type { Delivery } from './sync/sync-port.ts';
export { tellDeletions } from './sync/tell-deletions.ts';
