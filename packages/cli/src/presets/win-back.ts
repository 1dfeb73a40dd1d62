import type { Preset } from './preset.ts';

/** A welcome back for regulars who stayed away, measured by a holdout. */
export const winBack: Preset = {
  summary: 'a welcome back for customers whose last order is 90 days old, with what is new',
  next: ['Change /new to the page that shows what is new.'],
  campaigns: {
    formatVersion: 1,
    revision: 1,
    zone: 'Europe/Sofia',
    fallbackLocales: ['en'],
    currency: 'EUR',
    caps: { overlay: { perSession: 1, perDay: 2, pauseMinutes: 10 } },
    audiences: {
      away: {
        all: [
          { attr: 'visitor.orders', op: 'gte', value: 1 },
          { attr: 'visitor.daysSinceLastOrder', op: 'gte', value: 90 },
        ],
      },
    },
    campaigns: [
      {
        id: 'win-back',
        name: 'Welcome back',
        status: 'live',
        priority: 25,
        tags: ['reminder'],
        audience: { use: 'away' },
        trigger: { on: 'engaged', ms: 10_000 },
        cancelOn: ['cart_product_added'],
        frequency: { cap: { max: 1, per: 'month' }, maxDismissals: 2 },
        placement: { overlay: 'card' },
        widget: {
          type: 'announcement',
          props: {
            form: 'card',
            title: 'title',
            body: 'body',
            buttons: [
              { label: 'open', action: { type: 'open', url: '/new' } },
              { label: 'close', action: { type: 'dismiss' } },
            ],
          },
        },
        content: {
          en: {
            title: 'Good to see you again',
            body: 'A lot has come in since your last order.',
            open: 'See what is new',
            close: 'Close',
          },
          bg: {
            title: 'Радваме се да ви видим отново',
            body: 'От последната ви поръчка дойдоха много нови неща.',
            open: 'Вижте новото',
            close: 'Затвори',
          },
          pl: {
            title: 'Miło widzieć Cię znowu',
            body: 'Od ostatniego zamówienia pojawiło się wiele nowości.',
            open: 'Zobacz nowości',
            close: 'Zamknij',
          },
          ru: {
            title: 'Рады видеть вас снова',
            body: 'С вашего последнего заказа появилось много нового.',
            open: 'Посмотреть новинки',
            close: 'Закрыть',
          },
        },
        goal: { event: 'order_placed', withinHours: 168 },
        holdout: 0.2,
      },
    ],
  },
};
