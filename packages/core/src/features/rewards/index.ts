export { rewards } from './rewards.ts';
