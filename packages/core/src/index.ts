export type { CampaignInspection, Inspection } from './campaigns/inspection.ts';
export type { Core, CoreOptions, Messages } from './core-port.ts';
export type { ActionContext, ActionPort } from './features/action-port.ts';
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
export type { WidgetHost } from './host/widget-host.ts';
export type { Part, PartContext } from './journey/part.ts';
export type { ResourceAnswer, ResourcePort } from './lib/resource-port.ts';
export type { DeliveryPort, SendOutcome } from './sync/delivery-port.ts';
