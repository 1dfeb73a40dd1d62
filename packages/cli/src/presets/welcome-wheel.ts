import type { Preset } from './preset.ts';

/** A wheel with printed odds after the first order. */
export const welcomeWheel: Preset = {
  summary: 'a wheel with printed odds on the page of an order, once in 30 days',
  next: [
    'Put <regulars-slot name="order-wheel"> on the page that thanks for an order.',
    'Write the rules of the game under /rules/welcome, with the way to take part without an order where the law asks for one.',
    'Have the shop’s server post its orders (@regulars/server/client, sendOrder) and know the coupon templates percent-5 and percent-10.',
  ],
  program: {
    formatVersion: 1,
    revision: 1,
    zone: 'Europe/Sofia',
    currency: 'EUR',
    earn: [],
    expiry: { model: 'rolling', days: 365 },
    pools: {
      welcome: {
        version: 1,
        rulesUrl: '/rules/welcome',
        needs: 'order',
        perPerson: { max: 1, days: 30 },
        fallback: 2,
        prizes: [
          {
            label: { en: '10% off', bg: '10% отстъпка', pl: '10% taniej', ru: 'Скидка 10%' },
            weight: 100,
            stock: 200,
            reward: { type: 'coupon', template: 'percent-10', validDays: 30 },
          },
          {
            label: { en: '5% off', bg: '5% отстъпка', pl: '5% taniej', ru: 'Скидка 5%' },
            weight: 400,
            reward: { type: 'coupon', template: 'percent-5', validDays: 30 },
          },
          {
            label: { en: '25 points', bg: '25 точки', pl: '25 punktów', ru: '25 баллов' },
            weight: 500,
            reward: { type: 'points', points: 25 },
          },
        ],
      },
    },
  },
  campaigns: {
    formatVersion: 1,
    revision: 1,
    zone: 'Europe/Sofia',
    fallbackLocales: ['en'],
    currency: 'EUR',
    campaigns: [
      {
        id: 'welcome-wheel',
        name: 'Wheel after an order',
        status: 'live',
        priority: 20,
        tags: ['reward'],
        purpose: 'functional',
        trigger: { on: 'page', pageType: 'order' },
        placement: { slot: 'order-wheel' },
        widget: { type: 'wheel', props: { draw: 'welcome', showOdds: true, rulesUrl: '/rules/welcome' } },
        content: {
          en: {
            title: 'One turn, on the house',
            body: 'A thank-you for your order. The odds are printed below.',
          },
          bg: {
            title: 'Едно завъртане от нас',
            body: 'Благодарност за поръчката. Шансовете са отпечатани отдолу.',
          },
          pl: {
            title: 'Jeden obrót na nasz koszt',
            body: 'Podziękowanie za zamówienie. Szanse są wypisane niżej.',
          },
          ru: { title: 'Один поворот за наш счёт', body: 'Спасибо за заказ. Шансы указаны ниже.' },
        },
      },
    ],
  },
};
