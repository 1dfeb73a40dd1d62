/** Where a value starts in a text, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A text walked once: the place of each value by path, repeated keys, and the first place where it stops being JSON. */
export interface Located {
  readonly places: ReadonlyMap<string, Place>;
  readonly repeated: readonly { readonly path: string; readonly key: string; readonly place: Place }[];
  readonly broken: { readonly place: Place; readonly what: string; readonly fix: string } | null;
}

/** Deeper nesting is refused before it can exhaust the stack. */
const maxDepth = 64;

/** Ends the walk at the first mistake; caught below, never leaves this file. */
class Broken extends Error {
  readonly at: number;
  readonly fix: string;
  constructor(at: number, what: string, fix: string) {
    super(what);
    this.at = at;
    this.fix = fix;
  }
}

/** Walks JSON text and remembers where everything stands. `JSON.parse` says neither paths nor, everywhere, places. */
export function locateJson(text: string): Located {
  const placeOf = createPlacer(text);
  const places = new Map<string, Place>();
  const repeated: { path: string; key: string; place: Place }[] = [];
  try {
    walkText(text, {
      value: (path, at) => places.set(path, placeOf(at)),
      repeat: (path, key, at) => repeated.push({ path, key, place: placeOf(at) }),
    });
    return { places, repeated, broken: null };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { places, repeated, broken: { place: placeOf(error.at), what: error.message, fix: error.fix } };
  }
}

function createPlacer(text: string): (at: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (at) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  };
}

interface Sink {
  value(path: string, at: number): void;
  repeat(path: string, key: string, at: number): void;
}

const word = /true|false|null/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these in strings
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;

/** The walk's state: one text, one position. */
interface Cursor {
  readonly text: string;
  readonly sink: Sink;
  at: number;
}

function walkText(text: string, sink: Sink): void {
  const cursor: Cursor = { text, sink, at: text.startsWith('\ufeff') ? 1 : 0 };
  walkValue(cursor, '', 0);
  skipSpace(cursor);
  if (cursor.at < text.length) {
    throw new Broken(cursor.at, 'more text after the end', 'Remove what follows the last bracket.');
  }
}

function skipSpace(cursor: Cursor): void {
  while (/[ \t\r\n]/.test(cursor.text[cursor.at] ?? '')) cursor.at += 1;
  if (/^\/[/*]/.test(cursor.text.slice(cursor.at, cursor.at + 2))) {
    const fix = 'Remove it; JSON has no comments. The key "notes" is for colleagues.';
    throw new Broken(cursor.at, 'a comment', fix);
  }
}

function match(cursor: Cursor, pattern: RegExp): string | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0] ?? null;
  cursor.at += found?.length ?? 0;
  return found;
}

function walkValue(cursor: Cursor, path: string, depth: number): void {
  skipSpace(cursor);
  cursor.sink.value(path, cursor.at);
  if (depth > maxDepth) throw new Broken(cursor.at, 'nesting deeper than 64 levels', 'Flatten it.');
  const sign = cursor.text[cursor.at];
  if (sign === '{') walkObject(cursor, path, depth);
  else if (sign === '[') walkArray(cursor, path, depth);
  else if (!match(cursor, word) && !match(cursor, string) && !match(cursor, number)) {
    throw explainValue(cursor.text, cursor.at);
  }
}

function walkObject(cursor: Cursor, path: string, depth: number): void {
  const keys = new Set<string>();
  walkEntries(cursor, '}', () => {
    const start = cursor.at;
    const quoted = match(cursor, string);
    if (quoted === null) throw explainKey(cursor.text, cursor.at);
    const key: string = JSON.parse(quoted);
    if (keys.has(key)) cursor.sink.repeat(path, key, start);
    keys.add(key);
    skipSpace(cursor);
    if (cursor.text[cursor.at] !== ':') {
      throw new Broken(cursor.at, `no colon after ${quoted}`, `Write ${quoted}: and its value.`);
    }
    cursor.at += 1;
    walkValue(cursor, joinPath(path, key), depth + 1);
  });
}

function walkArray(cursor: Cursor, path: string, depth: number): void {
  let index = 0;
  walkEntries(cursor, ']', () => walkValue(cursor, `${path}[${index++}]`, depth + 1));
}

function walkEntries(cursor: Cursor, end: string, walkEntry: () => void): void {
  cursor.at += 1;
  skipSpace(cursor);
  if (cursor.text[cursor.at] === end) {
    cursor.at += 1;
    return;
  }
  for (;;) {
    const comma = cursor.at;
    skipSpace(cursor);
    if (cursor.text[cursor.at] === end) {
      throw new Broken(comma - 1, 'a comma after the last entry', 'Remove that comma.');
    }
    walkEntry();
    skipSpace(cursor);
    const sign = cursor.text[cursor.at];
    if (sign === undefined)
      throw new Broken(cursor.at, 'the end of the text', `Close what is open with ${end}.`);
    if (sign !== ',' && sign !== end) {
      throw new Broken(cursor.at, 'no comma between two entries', 'Put a comma here.');
    }
    cursor.at += 1;
    if (sign === end) return;
  }
}

/** `campaigns[2].audience`; a key that is no plain word is quoted. */
export function joinPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  if (!/^[\w$-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path ? `${path}.${key}` : key;
}

function explainKey(text: string, at: number): Broken {
  const sign = text[at];
  if (sign === "'") return new Broken(at, 'a name in single quotes', 'Use double quotes.');
  if (sign === undefined) return new Broken(at, 'the end of the text', 'Close what is open with }.');
  return new Broken(at, 'a name without double quotes', 'Put the name into double quotes.');
}

function explainValue(text: string, at: number): Broken {
  const sign = text[at];
  if (sign === undefined) return new Broken(at, 'the end of the text', 'A value is missing here.');
  if (sign === "'") return new Broken(at, 'a text in single quotes', 'Use double quotes.');
  if (sign === '"') {
    return new Broken(
      at,
      'a text that is not closed on its line',
      'Close it with a double quote; a new line is \\n.',
    );
  }
  return new Broken(
    at,
    `"${text.slice(at, at + 12).split(/[\s,}\]]/)[0]}"`,
    'A text needs double quotes around it.',
  );
}
