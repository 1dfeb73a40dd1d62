import type { Preset } from './preset.ts';

/** A reminder of the cart for somebody about to leave, without a discount. */
export const cartSaver: Preset = {
  summary: 'a reminder of the full cart for somebody about to leave, without a discount',
  next: [
    'Give regulars the shop’s cart (ShopBridge.cart), so that cart.count is known.',
    'Change /cart to the address of your cart page.',
  ],
  campaigns: {
    formatVersion: 1,
    revision: 1,
    zone: 'Europe/Sofia',
    fallbackLocales: ['en'],
    currency: 'EUR',
    caps: { overlay: { perSession: 1, perDay: 2, pauseMinutes: 10 } },
    audiences: {
      fullCart: {
        all: [
          { attr: 'cart.count', op: 'gte', value: 1 },
          { did: 'order_placed', count: { eq: 0 }, withinDays: 1 },
        ],
      },
    },
    campaigns: [
      {
        id: 'cart-saver',
        name: 'Reminder of the cart',
        status: 'live',
        priority: 20,
        tags: ['reminder'],
        audience: { use: 'fullCart' },
        trigger: [
          { on: 'exitIntent', touch: true },
          { on: 'return', minAwayMs: 60_000 },
        ],
        cancelOn: ['checkout_started', 'order_placed'],
        frequency: { cap: { max: 1, days: 3 }, maxDismissals: 2, restDays: 7 },
        placement: { overlay: 'card' },
        widget: {
          type: 'announcement',
          props: {
            form: 'card',
            title: 'title',
            body: 'body',
            buttons: [
              { label: 'open', action: { type: 'open', url: '/cart' } },
              { label: 'later', action: { type: 'dismiss' } },
            ],
          },
        },
        content: {
          en: {
            title: 'Your cart is kept',
            body: 'What you chose stays in the cart on this device.',
            open: 'To the cart',
            later: 'Later',
          },
          bg: {
            title: 'Количката ви е запазена',
            body: 'Избраното остава в количката на това устройство.',
            open: 'Към количката',
            later: 'По-късно',
          },
          pl: {
            title: 'Twój koszyk jest zapisany',
            body: 'To, co wybrano, zostaje w koszyku na tym urządzeniu.',
            open: 'Do koszyka',
            later: 'Później',
          },
          ru: {
            title: 'Ваша корзина сохранена',
            body: 'Выбранное останется в корзине на этом устройстве.',
            open: 'В корзину',
            later: 'Позже',
          },
        },
        goal: { event: 'order_placed', withinHours: 72 },
      },
    ],
  },
};
