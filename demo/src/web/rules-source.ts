import type { ProgramDocument } from '@regulars/schema';

/** Prize pools of the programme, for the rules pages. */
export type RulesSource = ProgramDocument['pools'];
