import { readFile } from 'node:fs/promises';
import type { FactValue } from '@regulars/core/rules';
import { type CommandInput, UsageError } from '../commands/command.ts';
import type { Imagined } from './imagine.ts';

/** Options of commands that imagine a visitor. */
export const imaginedOptions = {
  visitor: {
    type: 'string',
    help: 'JSON file: { "id", "facts": { "cart.total": … }, "counts": { "order_placed": 1 } }',
  },
  path: { type: 'string', help: 'path of the page (default /)' },
  'page-type': { type: 'string', help: 'type of the page, as home or product' },
  date: { type: 'string', help: 'moment, as 2026-03-20T10:00Z (default now)' },
  locale: { type: 'string', help: 'language of the page and of the sentences (default en)' },
  consent: { type: 'string', help: 'purposes granted, comma between; none, all or pending (default all)' },
} as const;

const PURPOSES = ['necessary', 'functional', 'analytics', 'personalization', 'marketing'];

/** Reads the visitor, page, moment, language and consent of a call. */
export async function readImagined(options: CommandInput['options']): Promise<Imagined> {
  const text = (name: string): string | undefined => {
    const value = options[name];
    return typeof value === 'string' ? value : undefined;
  };
  const file = text('visitor');
  const visitor: {
    readonly id?: string;
    readonly facts?: Readonly<Record<string, FactValue>>;
    readonly counts?: Readonly<Record<string, number>>;
  } = file === undefined ? {} : Object(JSON.parse(await readFile(file, 'utf8')));
  const date = text('date');
  const now = date === undefined ? Date.now() : Date.parse(date);
  if (Number.isNaN(now)) throw new UsageError(`--date ${date} is no moment; write it as 2026-03-20T10:00Z.`);
  const path = text('path') ?? '/';
  const pageType = text('page-type');
  return {
    anonymousId: visitor.id ?? 'imagined',
    now,
    path,
    pageType,
    consent: readConsent(text('consent') ?? 'all'),
    counts: visitor.counts ?? {},
    facts: {
      'page.path': path,
      'page.type': pageType,
      'page.locale': text('locale') ?? 'en',
      'session.count': 1,
      ...visitor.facts,
    },
  };
}

function readConsent(words: string): readonly string[] | null {
  if (words === 'pending') return null;
  if (words === 'all') return PURPOSES;
  const granted = words === 'none' ? [] : words.split(',').map((one) => one.trim());
  const strange = granted.find((one) => !PURPOSES.includes(one));
  if (strange !== undefined)
    throw new UsageError(`${strange} is no purpose; there are ${PURPOSES.join(', ')}.`);
  return ['necessary', ...granted];
}
