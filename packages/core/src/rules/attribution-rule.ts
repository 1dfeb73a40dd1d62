const CLICK_IDS = ['gclid', 'dclid', 'fbclid', 'msclkid', 'ttclid', 'yclid'];
const MAX_LENGTH = 200;

/** Name and value of a query's part; what is not well escaped is read as it stands. */
function readPair(part: string): readonly [string, string] {
  const plain = part.replaceAll('+', ' ');
  const at = plain.includes('=') ? plain.indexOf('=') : plain.length;
  try {
    return [decodeURIComponent(plain.slice(0, at)), decodeURIComponent(plain.slice(at + 1))];
  } catch {
    return [plain.slice(0, at), plain.slice(at + 1)];
  }
}

/** Campaign words of an address: `utm_*` without the prefix, and click ids. Empty: none. */
export function readTouch(url: string): Record<string, string> {
  const touch: Record<string, string> = {};
  const at = url.indexOf('?');
  const query = at < 0 ? '' : (url.slice(at + 1).split('#')[0] ?? '');
  for (const [name, value] of query.split('&').map(readPair)) {
    const key = name.startsWith('utm_') ? name.slice(4) : name;
    if (value && (key !== name || CLICK_IDS.includes(name)))
      touch[key.slice(0, 50)] = value.slice(0, MAX_LENGTH);
  }
  return touch;
}

/**
 * What brought the visitor to a page: campaign words, else the site that linked here, else `undefined` (direct, or a
 * page of the shop itself).
 */
export function touchOf(page: {
  readonly url: string;
  readonly utm?: Readonly<Record<string, string>> | undefined;
  readonly referrer?: string | undefined;
}): Readonly<Record<string, string>> | undefined {
  if (page.utm && Object.keys(page.utm).length > 0) return page.utm;
  const from = hostOf(page.referrer);
  return from && from !== hostOf(page.url) ? { source: from, medium: 'referral' } : undefined;
}

function hostOf(url: string | undefined): string | undefined {
  return /^https?:\/\/([^/?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase();
}
