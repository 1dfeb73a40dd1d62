import type { Messages } from '../message.ts';

/** English: points and standing. */
export const en: Messages = {
  'wallet.points-title': 'Your points',
  'wallet.points': { one: '{{count}} point', other: '{{count}} points' },
  'wallet.unit': { one: 'point', other: 'points' },
  'wallet.pending': { one: '{{count}} more is on its way', other: '{{count}} more are on their way' },
  'wallet.pending-why': 'They are yours once the return period is over.',
  'wallet.history': 'History',
  'wallet.no-history': 'No points yet. Your first order brings the first ones.',
  'wallet.earned': 'Earned',
  'wallet.spent': 'Spent',
  'wallet.expired': 'Expired',
  'wallet.reversed': 'Taken back after a return',
  'wallet.won': 'Won',
  'wallet.order': 'Order {{id}}',
  'wallet.loading': 'Loading your points',
  'wallet.error': 'Your points could not be loaded.',
  'wallet.offline': 'You are offline. Your points appear when the connection is back.',
  'wallet.anonymous': 'Points are collected with your first order.',
  'wallet.retry': 'Try again',
};
