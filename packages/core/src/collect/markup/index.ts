export { markup } from './markup.ts';
