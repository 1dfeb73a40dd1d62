import type { PluralText } from '../web/format.ts';
import type { en } from './en.ts';

/** The shop's words in one language. */
export type UiText = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends string ? string : PluralText;
};
