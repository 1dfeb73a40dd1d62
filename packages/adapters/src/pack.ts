/**
 * Packs a body with gzip. A whole buffer, not the stream: Firefox and WebKit cannot send streams. `undefined`: it would cost a
 * preflight, or cannot be had; send it plain.
 */
export async function pack(url: string, text: string): Promise<ArrayBuffer | undefined> {
  try {
    if (new URL(url, document.baseURI).origin !== location.origin) return undefined;
    const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
    return await new Response(packed).arrayBuffer();
  } catch {
    return undefined;
  }
}
