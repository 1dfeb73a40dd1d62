import type { Locale } from '../catalog/locales.ts';
import { bg } from './bg.ts';
import { en } from './en.ts';
import { he } from './he.ts';
import { pl } from './pl.ts';
import { ru } from './ru.ts';
import type { UiText } from './ui-text.ts';

/** The shop's words by language. */
export const uiTexts: Readonly<Record<Locale, UiText>> = { en, bg, pl, ru, he };
