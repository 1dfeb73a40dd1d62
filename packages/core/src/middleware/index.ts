export { bots, isBot } from './bots.ts';
export { type Change, chain, type Draft, type Middleware } from './middleware.ts';
export { scrub, scrubText } from './scrub.ts';
export { sensitive } from './sensitive.ts';
