import type * as rules from '@regulars/core/rules';
import type * as schema from '@regulars/schema';

/** Rules and parser of an earlier build, written by `npm run previous`. */
export declare const armOf: typeof rules.armOf;
export declare const capRefusal: typeof rules.capRefusal;
export declare const comesFirst: typeof rules.comesFirst;
export declare const compileDocument: typeof rules.compileDocument;
export declare const decide: typeof rules.decide;
export declare const evaluateCondition: typeof rules.evaluateCondition;
export declare const noBudget: typeof rules.noBudget;
export declare const scheduleRefusal: typeof rules.scheduleRefusal;
export declare const parseDocument: typeof schema.parseDocument;
export declare const splitDocument: typeof schema.splitDocument;
export declare const compiledForm: number;
