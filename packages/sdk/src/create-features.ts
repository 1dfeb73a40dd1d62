import { lazyPart, type Part, type ShopBridge } from '@regulars/core';
import { type Ranker, recommendations } from '@regulars/core/recommendations';
import type { CampaignDocument } from '@regulars/schema';
import type { AfterDecision } from './after-decision.ts';

/** Widgets of the rewards. */
const rewardTypes = [
  'wallet',
  'prizes',
  'coupon',
  'tier',
  'badges',
  'streak',
  'quest',
  'leaderboard',
  'referral',
  'progress',
  'countdown',
  'wheel',
  'scratch',
  'box',
  'reels',
  'quiz',
] as const;

/** The features, each fetched when one of its campaigns has won: a page on which nothing shows loads none. */
export function createFeatures(
  index: () => string | undefined,
  shop: ShopBridge | undefined,
  document: () => CampaignDocument | undefined,
  afterDecision: AfterDecision,
  ranker: Ranker | undefined,
): readonly Part[] {
  return [
    lazyPart({
      name: 'tours',
      types: ['tour'],
      stored: 'tour:',
      load: () => import('@regulars/core/tours').then(({ tours }) => tours()),
    }),
    lazyPart({
      name: 'guidance',
      types: ['announcement', 'checklist', 'hint', 'launcher', 'privacy'],
      load: () => import('@regulars/core/guidance').then(({ guidance }) => guidance({ document })),
    }),
    recommendations({ index, ranker }),
    lazyPart({
      name: 'rewards',
      types: rewardTypes,
      load: () => import('@regulars/core/rewards').then(({ rewards }) => rewards()),
      // The reference that joins orders to the journey belongs to the rewards; a shop that takes it gets it with leave to measure.
      watch: shop?.setVisitorReference && afterDecision,
    }),
  ];
}
