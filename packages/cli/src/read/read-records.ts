import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** One record of a JSON Lines file or a feed: texts by name. */
export type TextRecord = ReadonlyMap<string, string>;

/** Bytes of a file, plain or gzip. */
export async function openBytes(file: string): Promise<Readable> {
  // Looked at first: a stream that fails before anybody listens ends the process.
  const packed = await isGzip(file);
  const stream = createReadStream(file);
  if (!packed) return stream;
  const plain = createGunzip();
  stream.on('error', (cause) => plain.destroy(cause));
  return stream.pipe(plain);
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

/** Objects of a JSON Lines file; objects inside become `outer.inner`. Lines that are no object are left out. */
export async function* readJsonLines(file: string): AsyncGenerator<TextRecord> {
  for await (const line of cutBy(file, '\n')) {
    const text = line.replace(/^\uFEFF/, '').trim();
    if (!text.startsWith('{')) continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      // A broken line is one line less, as in a CSV.
      continue;
    }
    const record = new Map<string, string>();
    flatten(value as Readonly<Record<string, unknown>>, '', record);
    yield record;
  }
}

function flatten(value: Readonly<Record<string, unknown>>, prefix: string, into: Map<string, string>): void {
  for (const [key, one] of Object.entries(value)) {
    if (one === null || one === undefined) continue;
    if (Array.isArray(one)) into.set(prefix + key, one.map(String).join('|'));
    else if (typeof one === 'object')
      flatten(one as Readonly<Record<string, unknown>>, `${prefix}${key}.`, into);
    else into.set(prefix + key, String(one));
  }
}

/** Items of a Merchant feed, RSS 2.0 or Atom; names without their `g:`. Of a name that comes twice the first stays. */
export async function* readFeed(file: string): AsyncGenerator<TextRecord> {
  for await (const part of cutBy(file, /<\/(?:item|entry)>/)) {
    const start = part.search(/<(?:item|entry)[\s>]/);
    if (start < 0) continue;
    const record = new Map<string, string>();
    const body = part.slice(part.indexOf('>', start) + 1);
    for (const [, name = '', attributes = '', inner = ''] of body.matchAll(element)) {
      const text = plain(inner) || (/href="([^"]*)"/.exec(attributes)?.[1] ?? '');
      if (!record.has(name)) record.set(name, text);
    }
    yield record;
  }
}

const element = /<(?:g:)?([\w-]+)((?:\s[^>]*)?)(?:\/>|>([\s\S]*?)<\/(?:g:)?\1>)/g;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function plain(text: string): string {
  const inside = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/.exec(text)?.[1];
  if (inside !== undefined) return inside.trim();
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
      if (name) return entities[String(name).toLowerCase()] ?? all;
      return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(String(hex), 16));
    })
    .trim();
}

/** Pieces of a file between marks; at most one piece and one chunk are in memory. */
async function* cutBy(file: string, mark: string | RegExp): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of await openBytes(file)) {
    rest += decoder.decode(chunk as Buffer, { stream: true });
    const pieces = rest.split(mark);
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
  if (rest.trim() !== '') yield rest;
}
