export { evaluateCondition, type Trace } from './evaluate-condition.ts';
export type { ConditionFacts, FactValue } from './fact.ts';
export {
  type Ranked,
  type RankInput,
  type RankResult,
  type RemovalReason,
  rankProducts,
} from './rank-rule.ts';
export { byScore, type Neighbour, type Scored, type ScoreParameters, scoreRows } from './rank-rule-score.ts';
export { type Row, readRow, rowShardOf, shardOf } from './rank-rule-shard.ts';
export { scheduleState } from './schedule-rule.ts';
