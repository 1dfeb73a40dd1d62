export { type RecommendationsOptions, recommendations } from './recommendations.ts';
