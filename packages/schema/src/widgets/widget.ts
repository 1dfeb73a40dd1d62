import * as z from 'zod/mini';
import { type CarouselWidget, carouselWidget } from './carousel.ts';
import { type TourWidget, tourWidget } from './tour.ts';
import { type WalletWidget, walletWidget } from './wallet.ts';
import { type WheelWidget, wheelWidget } from './wheel.ts';

/** What a campaign shows: one typed `props` per `type`. Grows by one file per widget. */
export type Widget = TourWidget | CarouselWidget | WalletWidget | WheelWidget;

export const widget: z.ZodMiniType<Widget> = z.discriminatedUnion('type', [
  tourWidget,
  carouselWidget,
  walletWidget,
  wheelWidget,
]);

export const widgetTypes: readonly Widget['type'][] = ['tour', 'carousel', 'wallet', 'wheel'];
