export { shopifyEvents } from './shopify-events.ts';
