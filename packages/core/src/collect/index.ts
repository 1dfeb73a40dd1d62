export { collect } from './collect.ts';
export { engagement } from './engagement.ts';
