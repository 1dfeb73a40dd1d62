export { frustration } from './frustration.ts';
