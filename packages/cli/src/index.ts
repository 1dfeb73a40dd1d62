export { type BuildIndexOptions, type BuildIndexResult, buildIndex } from './index/build-index.ts';
export { run } from './run.ts';
export type { Terminal } from './terminal.ts';
