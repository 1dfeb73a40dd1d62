import type { FamilyLoaders } from '../message.ts';

/** One chunk per locale. */
export const privacy: FamilyLoaders = {
  en: () => import('./en.ts').then(({ en }) => en),
  bg: () => import('./bg.ts').then(({ bg }) => bg),
  pl: () => import('./pl.ts').then(({ pl }) => pl),
  ru: () => import('./ru.ts').then(({ ru }) => ru),
  he: () => import('./he.ts').then(({ he }) => he),
};
