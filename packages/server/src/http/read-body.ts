/** A body as text, or the HTTP status that says why not. */
export type BodyAnswer =
  | { readonly ok: true; readonly text: string; readonly bytes: number }
  | { readonly ok: false; readonly status: 400 | 413 | 415 };

/**
 * Reads a request body, unpacking gzip. The limit counts unpacked bytes and stops at the first one too many,
 * so that a small bomb never grows in memory.
 */
export async function readBody(request: Request, maxBytes: number): Promise<BodyAnswer> {
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') return { ok: false, status: 415 };
  if (Number(request.headers.get('content-length')) > maxBytes) return { ok: false, status: 413 };
  if (!request.body) return { ok: true, text: '', bytes: 0 };
  try {
    const stream: ReadableStream<Uint8Array> =
      encoding === 'gzip'
        ? // The platform's types tie a DecompressionStream to ArrayBuffer views; a request body is one.
          request.body.pipeThrough(
            new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>,
          )
        : request.body;
    return await collect(stream, maxBytes);
  } catch {
    return { ok: false, status: 400 }; // Cut off, or not gzip.
  }
}

async function collect(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<BodyAnswer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    bytes += next.value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel().catch(() => undefined);
      return { ok: false, status: 413 };
    }
    chunks.push(next.value);
  }
  return { ok: true, text: Buffer.concat(chunks).toString('utf8'), bytes };
}

/** Parses JSON; `undefined` when it is none (JSON itself cannot say `undefined`). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
