import type { Preset } from './preset.ts';

const tenPercent = { type: 'coupon', template: 'percent-10', validDays: 90 };

/** Points for orders, three tiers, points as money at the checkout. */
export const threeTier: Preset = {
  summary: 'one point per euro, three tiers with entry rewards, points as money at the checkout',
  next: [
    'Put <regulars-slot name="account-tier"> and <regulars-slot name="account-wallet"> on the account page.',
    'Have the shop’s server post its orders (@regulars/server/client, sendOrder) and know the coupon template percent-10.',
  ],
  program: {
    formatVersion: 1,
    revision: 1,
    zone: 'Europe/Sofia',
    currency: 'EUR',
    earn: [
      {
        id: 'order',
        on: 'order_placed',
        points: 1,
        per: 100,
        label: {
          en: 'One point for every euro',
          bg: 'Една точка за всяко евро',
          pl: 'Jeden punkt za każde euro',
          ru: 'Один балл за каждый евро',
        },
      },
    ],
    pending: { after: 'delivered', days: 14 },
    expiry: { model: 'sliding', days: 365 },
    tiers: {
      windowDays: 365,
      graceDays: 30,
      skipped: 'grant',
      levels: [
        { id: 'bronze', label: { en: 'Bronze', bg: 'Бронз', pl: 'Brąz', ru: 'Бронза' }, from: 0 },
        {
          id: 'silver',
          label: { en: 'Silver', bg: 'Сребро', pl: 'Srebro', ru: 'Серебро' },
          from: 300,
          times: 1.25,
          entry: [
            {
              id: 'silver-coupon',
              label: { en: '10% off', bg: '10% отстъпка', pl: '10% taniej', ru: 'Скидка 10%' },
              reward: tenPercent,
            },
          ],
        },
        {
          id: 'gold',
          label: { en: 'Gold', bg: 'Злато', pl: 'Złoto', ru: 'Золото' },
          from: 1000,
          times: 1.5,
          entry: [
            {
              id: 'gold-points',
              label: { en: '100 points', bg: '100 точки', pl: '100 punktów', ru: '100 баллов' },
              reward: { type: 'points', points: 100 },
            },
          ],
          perks: [
            {
              en: 'Early access to sales',
              bg: 'Ранен достъп до разпродажби',
              pl: 'Wcześniejszy dostęp do wyprzedaży',
              ru: 'Ранний доступ к распродажам',
            },
          ],
        },
      ],
    },
    spend: { checkout: { points: 100, value: 200, minPoints: 100, maxShare: 0.5 }, overspent: 'debt' },
    pools: {},
  },
  campaigns: {
    formatVersion: 1,
    revision: 1,
    zone: 'Europe/Sofia',
    fallbackLocales: ['en'],
    currency: 'EUR',
    campaigns: [
      {
        id: 'account-tier',
        name: 'Tier and the way to the next',
        status: 'live',
        priority: 10,
        purpose: 'functional',
        trigger: { on: 'page', pageType: 'account' },
        placement: { slot: 'account-tier' },
        widget: { type: 'tier', props: {} },
        content: {
          en: { title: 'Your tier' },
          bg: { title: 'Вашето ниво' },
          pl: { title: 'Twój poziom' },
          ru: { title: 'Ваш уровень' },
        },
      },
      {
        id: 'account-wallet',
        name: 'Points',
        status: 'live',
        priority: 10,
        purpose: 'functional',
        trigger: { on: 'page', pageType: 'account' },
        placement: { slot: 'account-wallet' },
        widget: { type: 'wallet', props: { history: 5 } },
        content: {
          en: { title: 'Your points', body: 'One point for every euro.' },
          bg: { title: 'Вашите точки', body: 'Една точка за всяко евро.' },
          pl: { title: 'Twoje punkty', body: 'Jeden punkt za każde euro.' },
          ru: { title: 'Ваши баллы', body: 'Один балл за каждый евро.' },
        },
      },
    ],
  },
};
