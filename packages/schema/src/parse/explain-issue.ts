import type * as z from 'zod/mini';
import type { Place } from './locate-json.ts';
import { findNearMiss } from './near-miss.ts';
import { choicesAt, keysAt } from './walk-schema.ts';

/** A problem before its place in the text is known. */
export interface Finding {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** Known place and path text, where the path alone cannot tell (a repeated key). */
  readonly at?: { readonly path: string; readonly place: Place } | undefined;
}

/** The fields of zod's issues that explanations read, over all codes. */
interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly expected?: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly pattern?: string;
  readonly discriminator?: string;
  readonly errors?: readonly (readonly Issue[])[];
}

/** Turns zod's issues into findings: of a union only the branch that was meant, of a misspelt key no second complaint. */
export function explainIssues(
  schema: z.ZodMiniType,
  root: unknown,
  issues: readonly unknown[],
): readonly Finding[] {
  const flat = (issues as readonly Issue[]).flatMap((issue) => flatten(issue, root));
  const findings = flat.flatMap((issue) => explain(schema, root, issue));
  const meant = new Set(
    findings.flatMap(({ path, meant }) => (meant ? [pathKey([...path.slice(0, -1), meant])] : [])),
  );
  return findings.filter(({ code, path }) => code !== 'missing-key' || !meant.has(pathKey(path)));
}

const pathKey = (path: readonly PropertyKey[]): string => path.map(String).join('\u0000');

/** Replaces a union's issue by those of the branch with the least to change. */
function flatten(issue: Issue, root: unknown): readonly Issue[] {
  if (issue.code !== 'invalid_union' || !issue.errors?.length) return [issue];
  const branches = issue.errors.map((branch) =>
    branch.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }, root)),
  );
  const cost = (branch: readonly Issue[]): number =>
    branch.reduce((sum, one) => sum + costOf(one, issue.path.length, root), 0);
  return branches.reduce((best, branch) => (cost(branch) < cost(best) ? branch : best));
}

/** A branch of the wrong kind altogether costs most, then its own unknown and missing keys; what is wrong deeper down costs least. */
function costOf({ code, path, keys }: Issue, depth: number, root: unknown): number {
  if (path.length > depth + 1) return 1;
  if (code === 'unrecognized_keys') return path.length === depth ? 4 * (keys?.length ?? 1) : 1;
  if (code !== 'invalid_type') return 1;
  if (path.length === depth) return 10;
  return read(root, path) === undefined ? 3 : 1;
}

function read(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (Object.hasOwn(Object(value), key) ? Object(value)[key] : undefined),
    root,
  );
}

type Explained = Finding & { readonly meant?: string };

function explain(schema: z.ZodMiniType, root: unknown, issue: Issue): readonly Explained[] {
  const { path } = issue;
  const value = read(root, path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, root, path);
    return (issue.keys ?? []).map((key) => explainKey(key, path, known));
  }
  if (issue.code === 'invalid_value') return [explainChoice(path, value, (issue.values ?? []).map(String))];
  if (issue.code === 'invalid_union' && issue.discriminator) {
    const at = path.at(-1) === issue.discriminator ? path : [...path, issue.discriminator];
    return [explainChoice(at, read(root, at), choicesAt(schema, root, at))];
  }
  if (value === undefined) return [explainMissing(path)];
  if (issue.code === 'invalid_type') return [explainType(path, value, issue.expected ?? '')];
  if (issue.code === 'too_small' || issue.code === 'too_big') return [explainRange(path, value, issue)];
  return [explainFormat(path, value, issue.pattern)];
}

function explainKey(key: string, path: readonly PropertyKey[], known: readonly string[]): Explained {
  const meant = findNearMiss(key, known);
  return {
    code: 'unknown-key',
    path: [...path, key],
    what: show(key),
    why: 'This key is not known here, so nothing would read it.',
    fix: meant ? `Did you mean "${meant}"?` : `Remove it, or use one of: ${known.join(', ')}.`,
    ...(meant && { meant }),
  };
}

const choiceCodes: Readonly<Record<string, string>> = {
  op: 'unknown-operator',
  type: 'unknown-type',
  on: 'unknown-trigger',
};

function explainChoice(path: readonly PropertyKey[], value: unknown, choices: readonly string[]): Finding {
  if (value === undefined) return explainMissing(path, choices);
  const key = String(path.at(-1));
  const widget = key === 'type' && path.at(-2) === 'widget';
  const meant = findNearMiss(String(value), choices);
  return {
    code: widget ? 'unknown-widget' : (choiceCodes[key] ?? 'unknown-value'),
    path,
    what: show(value),
    why: `Only these are understood here: ${choices.join(', ')}.`,
    fix: meant ? `Did you mean "${meant}"?` : `Write one of: ${choices.join(', ')}.`,
  };
}

function explainMissing(path: readonly PropertyKey[], choices: readonly string[] = []): Finding {
  const key = String(path.at(-1) ?? 'document');
  return {
    code: 'missing-key',
    path,
    what: 'nothing',
    why: `"${key}" is required here.`,
    fix: `Add "${key}"${choices.length > 0 ? `, one of: ${choices.join(', ')}` : ''}.`,
  };
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  number: 'a number without quotes',
  int: 'a whole number without quotes',
  boolean: 'true or false without quotes',
  array: 'a list in square brackets',
  object: 'an object in braces',
  record: 'an object in braces',
};

function explainType(path: readonly PropertyKey[], value: unknown, expected: string): Finding {
  const kind = kinds[expected] ?? expected;
  return { code: 'wrong-type', path, what: show(value), why: `This must be ${kind}.`, fix: `Write ${kind}.` };
}

function explainRange(path: readonly PropertyKey[], value: unknown, issue: Issue): Finding {
  const unit = issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : '';
  const small = issue.code === 'too_small';
  const bound = String(small ? issue.minimum : issue.maximum);
  const words = small ? `at least ${bound}` : `at most ${bound}`;
  return {
    code: small ? 'too-small' : 'too-big',
    path,
    what: show(value),
    why: `${unit ? 'The length' : 'The number'} must be ${words}${unit}.`,
    fix: `Keep it ${words}${unit}.`,
  };
}

function explainFormat(path: readonly PropertyKey[], value: unknown, pattern: string | undefined): Finding {
  if (path.at(-1) === 'currency') {
    const why = 'A currency is its three-letter ISO 4217 code in capitals.';
    return { code: 'bad-format', path, what: show(value), why, fix: 'Write for example "EUR".' };
  }
  const slug = String(value)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);
  const isId = path.at(-1) === 'id';
  return {
    code: 'bad-format',
    path,
    what: show(value),
    why: isId
      ? 'An id has lower-case letters, digits and hyphens, 64 at most.'
      : `It must match ${pattern ?? 'its form'}.`,
    fix: isId && slug ? `Write "${slug}".` : 'Change it to that form.',
  };
}

/** A value in at most 60 characters. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
