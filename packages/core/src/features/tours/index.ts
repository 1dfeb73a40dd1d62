export { tours } from './tours.ts';
