import { readFile } from 'node:fs/promises';
import { type FactValue, imaginePersona } from '@regulars/core/rules';
import { type Persona, personas } from '@regulars/schema';
import { type CommandInput, UsageError } from '../commands/command.ts';
import type { Imagined } from './imagine.ts';
import { foldJourney, isJourney } from './read-journey.ts';

/** Options of commands that imagine a visitor. */
export const imaginedOptions = {
  visitor: {
    type: 'string',
    help: 'JSON file: { "id", "facts": { "cart.total": … }, "counts": { "order_placed": 1 } }, or a journey exported from a device',
  },
  as: { type: 'string', help: 'visitor without a file: new, returning or customer' },
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
  const date = text('date');
  const now = date === undefined ? Date.now() : Date.parse(date);
  if (Number.isNaN(now)) throw new UsageError(`--date ${date} is no moment; write it as 2026-03-20T10:00Z.`);
  const visitor = await readVisitor(text('visitor'), text('as'), now);
  const path = text('path') ?? '/';
  const pageType = text('page-type');
  return {
    anonymousId: visitor.id ?? 'imagined',
    past: visitor.past,
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

interface Visitor {
  readonly id?: string;
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly counts?: Readonly<Record<string, number>>;
  readonly past?: Imagined['past'];
}

/** A persona with its orders when they were, and the rest today, as in a preview. */
function personaOf(persona: Persona, now: number): Visitor {
  const imagined = imaginePersona(persona, now);
  const ordered = imagined.facts['visitor.lastOrder'];
  const past = Object.entries(imagined.counts).flatMap(([name, total]) => {
    const t = name === 'order_placed' && typeof ordered === 'number' ? ordered : now;
    return Array.from({ length: total }, () => ({ name, t }));
  });
  return { ...imagined, past };
}

/** The visitor of a file: written by hand, or a journey that a device exported; else a persona. */
async function readVisitor(
  file: string | undefined,
  persona: string | undefined,
  now: number,
): Promise<Visitor> {
  const known = personas.find((one) => one === persona);
  if (persona !== undefined && !known) throw new UsageError(`--as takes ${personas.join(', ')}.`);
  const base: Visitor = known ? personaOf(known, now) : {};
  if (file === undefined) return base;
  const found: unknown = JSON.parse(await readFile(file, 'utf8'));
  return isJourney(found)
    ? { id: found.anonymousId, ...foldJourney(found, now) }
    : { ...base, ...Object(found) };
}

/** Purposes of the option `--consent`; `null`: not asked yet. */
export function readConsent(words: string): readonly string[] | null {
  if (words === 'pending') return null;
  if (words === 'all') return PURPOSES;
  const granted = words === 'none' ? [] : words.split(',').map((one) => one.trim());
  const strange = granted.find((one) => !PURPOSES.includes(one));
  if (strange !== undefined)
    throw new UsageError(`${strange} is no purpose; there are ${PURPOSES.join(', ')}.`);
  return ['necessary', ...granted];
}
