import type * as z from 'zod/mini';
import type { Problem } from '../problem.ts';
import { formatOf, formatVersion } from '../upgrade-document.ts';
import { explainIssues, type Finding } from './explain-issue.ts';
import { findUnsafe } from './find-unsafe.ts';
import { joinPath, type Located, locateJson } from './locate-json.ts';

/** A parsed document, or everything that is wrong with it, in the order of the text. */
export type ParseResult<T> =
  | { readonly ok: true; readonly document: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Larger documents are refused; the device refuses them too (CAMPAIGNS, ruling 2). */
export const maxDocumentBytes: number = 512 * 1024;

/** What makes one document kind different from another. */
export interface DocumentKind<T> {
  readonly schema: z.ZodMiniType<T>;
  /** Mistakes that the shape alone does not show; gets the raw value, which may be of any shape. */
  readonly check: (raw: unknown) => readonly Finding[];
}

/** Parses text or a value: size, JSON, unsafe keys, shape, references; all problems at once. Never throws, changes nothing. */
export function parseSource<T>(input: unknown, kind: DocumentKind<T>): ParseResult<T> {
  const text = typeof input === 'string' ? input : null;
  const bytes = countBytes(text ?? safeStringify(input));
  if (bytes > maxDocumentBytes) return fail(null, [explainSize(bytes)]);
  const located = text === null ? null : locateJson(text);
  if (located?.broken) return { ok: false, problems: [explainBroken(located.broken)] };
  const raw: unknown = text === null ? input : JSON.parse(text.replace(/^\ufeff/, ''));
  const unsafe = findUnsafe(raw);
  if (unsafe.length > 0) return fail(located, [...explainRepeated(located), ...unsafe]);
  const version = explainVersion(raw);
  if (version) return fail(located, [version]);
  const parsed = kind.schema.safeParse(raw);
  const findings = [
    ...explainRepeated(located),
    ...(parsed.success ? [] : explainIssues(kind.schema, raw, parsed.error.issues)),
    ...kind.check(raw),
  ];
  if (findings.length > 0 || !parsed.success) return fail(located, findings);
  return { ok: true, document: parsed.data };
}

/** Findings with their places, in the order of the text; a path that does not exist takes its nearest parent's place. */
export function placeFindings(
  located: Located | null,
  findings: readonly Finding[],
  severity: Problem['severity'],
): readonly Problem[] {
  const problems = findings.map(({ path, at, ...finding }) => {
    const place = at?.place ?? findPlace(located, path);
    return { ...finding, path: at?.path ?? pathText(path), severity, ...place };
  });
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function fail<T>(located: Located | null, findings: readonly Finding[]): ParseResult<T> {
  return { ok: false, problems: placeFindings(located, findings, 'error') };
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => joinPath(text, typeof key === 'number' ? key : String(key)), '');

function findPlace(
  located: Located | null,
  path: readonly PropertyKey[],
): { line?: number; column?: number } {
  for (let length = path.length; located && length >= 0; length -= 1) {
    const place = located.places.get(pathText(path.slice(0, length)));
    if (place) return place;
  }
  return {};
}

/** UTF-8 bytes; `TextEncoder` is no part of the language and this package needs no more than that. */
function countBytes(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function safeStringify(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // A circle or a big integer is no document; its shape is reported below.
    return '';
  }
}

const explainSize = (bytes: number): Finding => ({
  code: 'too-large',
  path: [],
  what: `${Math.ceil(bytes / 1024)} kB`,
  why: `A document has at most ${maxDocumentBytes / 1024} kB: every visitor's browser loads it.`,
  fix: 'Remove ended campaigns, or split the shop into several keys.',
});

const explainBroken = ({ place, what, fix }: NonNullable<Located['broken']>): Problem => ({
  code: 'not-json',
  path: '',
  what,
  why: 'The text stops being JSON here.',
  fix,
  severity: 'error',
  ...place,
});

function explainRepeated(located: Located | null): readonly Finding[] {
  return (located?.repeated ?? []).map(({ path, key, place }) => ({
    code: 'repeated-key',
    path: [],
    at: { path: joinPath(path, key), place },
    what: JSON.stringify(key),
    why: 'The same key stands twice in one object; only the last one would count.',
    fix: 'Remove one of them.',
  }));
}

/** Another format gets one clear sentence instead of a hundred unknown keys. */
function explainVersion(raw: unknown): Finding | null {
  const version = formatOf(raw);
  if (version === null || version === formatVersion) return null;
  const isNewer = version > formatVersion;
  return {
    code: isNewer ? 'format-newer' : 'format-older',
    path: [Object.hasOwn(Object(raw), 'formatVersion') ? 'formatVersion' : 'version'],
    what: String(version),
    why: `This version of Regulars reads formatVersion ${formatVersion}.`,
    fix: isNewer
      ? `Update Regulars, or write "formatVersion": ${formatVersion}.`
      : 'Run: regulars upgrade FILE',
  };
}
