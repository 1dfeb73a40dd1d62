export type { RecommendationsOptions } from './lists-part.ts';
export { type RankAnswer, type Ranker, type RankQuestion, rankerPort } from './rank-port.ts';
export { recommendations } from './recommendations.ts';
