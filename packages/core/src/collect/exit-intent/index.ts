export { exitIntent } from './exit-intent.ts';
