/** Longest wait for a compressor; a body of the largest batch needs some milliseconds (ms). */
const PACK_MS = 1000;

/**
 * Packs a body with gzip. A whole buffer, not the stream: Firefox and WebKit cannot send streams. `undefined`: it would cost a
 * preflight, or cannot be had in time; send it plain.
 */
export async function pack(url: string, text: string): Promise<ArrayBuffer | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    if (new URL(url, document.baseURI).origin !== location.origin) return undefined;
    const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, PACK_MS);
    });
    return await Promise.race([new Response(packed).arrayBuffer(), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
