export { type BuildIndexResult, buildIndex } from './index/build-index.ts';
export type { BuildIndexOptions } from './index/build-options.ts';
export { run } from './run.ts';
export type { Terminal } from './terminal.ts';
