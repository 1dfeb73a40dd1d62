export { evaluateColdProducts } from './evaluate/cold-products.ts';
export { type Evaluation, type EvaluationCase, evaluateCase, oursName } from './evaluate/evaluate-case.ts';
export { type EvaluateOptions, type EvaluateResult, evaluateExports } from './evaluate/evaluate-exports.ts';
export { cautions, printTable } from './evaluate/print-table.ts';
export { type BuildIndexResult, buildIndex } from './index/build-index.ts';
export type { BuildIndexOptions } from './index/build-options.ts';
export { run } from './run.ts';
export type { Terminal } from './terminal.ts';
