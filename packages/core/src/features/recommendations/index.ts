export { type RankAnswer, type Ranker, type RankQuestion, rankerPort } from './rank-port.ts';
export { type RecommendationsOptions, recommendations } from './recommendations.ts';
