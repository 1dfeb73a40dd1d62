export type { CampaignInspection, Inspection } from './campaigns/inspection.ts';
export type { CollectContext, Collector } from './collect/collector.ts';
export type { Core, CoreOptions } from './core-port.ts';
export { createCore } from './create-core.ts';
export type { CodedProblem } from './errors/problem-sink.ts';
export { RegularsError } from './errors/regulars-error.ts';
export type { ActionContext, ActionPort } from './features/action-port.ts';
export { type LazyPartOptions, lazyPart } from './features/lazy-part.ts';
export type { BridgeAnswer, Cart, ShopBridge } from './features/shop-bridge.ts';
export type { WidgetSignal } from './features/widget-signal.ts';
export type {
  CarouselView,
  RankedCard,
  TourView,
  WalletView,
  WheelView,
  WidgetView,
} from './features/widget-view.ts';
export { hostPart } from './host/host-part.ts';
export type { Messages } from './host/messages.ts';
export type { WidgetHost } from './host/widget-host.ts';
export type { Part, PartContext } from './journey/part.ts';
export type { ResourceAnswer, ResourcePort } from './lib/resource-port.ts';
export { keyed } from './storage/keyed-store.ts';
export type { KeyedStore } from './storage/storage-port.ts';
export type { DeliveryPort, SendOutcome } from './sync/delivery-port.ts';
