const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address when a visitor may be sent there, else `undefined`: web, mail and telephone only. Never throws. */
export function safeUrl(url: string | undefined, base: string = document.baseURI): string | undefined {
  if (!url) return undefined;
  try {
    return schemes.has(new URL(url, base).protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
