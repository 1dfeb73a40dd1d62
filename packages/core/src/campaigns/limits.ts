// What keeps campaigns from opening too often or at a bad moment; fetched for a document that has such campaigns.
export { capRefusal } from '../rules/cap-rule.ts';
export { quietReason } from './quiet-rules.ts';
