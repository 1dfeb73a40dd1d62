import type { Preset } from './preset.ts';

/** How much is missing to free shipping, from the shop's own threshold. */
export const freeShippingBar: Preset = {
  summary: 'a bar that says how much is missing to free shipping, from the shop’s own threshold',
  next: [
    'Put <regulars-slot name="free-shipping"> where the bar belongs, with a reserved height.',
    'Give regulars the shop’s cart and thresholds (ShopBridge.cart, ShopBridge.thresholds); without them the bar stays silent.',
  ],
  campaigns: {
    formatVersion: 1,
    revision: 1,
    zone: 'Europe/Sofia',
    fallbackLocales: ['en'],
    currency: 'EUR',
    campaigns: [
      {
        id: 'free-shipping',
        name: 'Bar to free shipping',
        status: 'live',
        priority: 10,
        purpose: 'necessary',
        trigger: { on: 'page' },
        placement: { slot: 'free-shipping' },
        widget: { type: 'progress', props: { goal: 'free-shipping' } },
        content: {
          en: { title: 'Free shipping' },
          bg: { title: 'Безплатна доставка' },
          pl: { title: 'Darmowa dostawa' },
          ru: { title: 'Бесплатная доставка' },
        },
      },
    ],
  },
};
