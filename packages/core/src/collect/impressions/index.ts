export { impressions } from './impressions.ts';
