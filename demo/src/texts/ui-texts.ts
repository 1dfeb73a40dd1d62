import type { Locale } from '../catalog/locales.ts';
import { en } from './en.ts';
import type { UiText } from './ui-text.ts';

/** The shop's words by language. */
export const uiTexts: Readonly<Record<Locale, UiText>> = { en, bg: en, pl: en, ru: en, he: en };
