import type { Locale } from '../locales.ts';
import { bg } from './bg.ts';
import { en } from './en.ts';
import { he } from './he.ts';
import { pl } from './pl.ts';
import type { ProductText } from './product-text.ts';
import { ru } from './ru.ts';

/** Titles and descriptions of every product by language. */
export const productTexts: Readonly<Record<Locale, ProductText>> = { en, bg, pl, ru, he };
