export { type GuidanceOptions, guidance } from './guidance.ts';
export { type LauncherRow, type LauncherRows, launcherRowsPort } from './launcher-rows.ts';
