import type {} from 'regulars/vue';
import type { GlobalComponents } from 'vue';

type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];

export const slot: Props<'regulars-slot'> = { name: 'home-for-you', class: 'row' };
export const carousel: Props<'regulars-carousel'> = {
  for: 'home-for-you',
  dwellMs: 1000,
  onRegularsCarouselClicked: (event) => event.detail.productId.length,
};

// @ts-expect-error a name is text
export const wrongAttribute: Props<'regulars-slot'> = { name: 42 };
// @ts-expect-error a time is a number
export const wrongProperty: Props<'regulars-carousel'> = { dwellMs: 'soon' };
export const wrongEvent: Props<'regulars-carousel'> = {
  // @ts-expect-error the event has no such detail
  onRegularsCarouselClicked: (event) => event.detail.price,
};
// @ts-expect-error there is no such element
export type WrongElement = Props<'regulars-carrousel'>;
