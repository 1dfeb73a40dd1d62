const WORD = /^(?:utm_|(?=(?:gclid|dclid|fbclid|msclkid|ttclid|yclid)$))/;
const MAX_LENGTH = 200;

/** Campaign words among an address's parameters: `utm_*` without the prefix, and click ids. Empty: none. */
export function readTouch(parameters: Iterable<readonly [string, string]>): Record<string, string> {
  const touch: Record<string, string> = {};
  for (const [name, value] of parameters)
    if (value && WORD.test(name)) touch[name.replace(WORD, '').slice(0, 50)] = value.slice(0, MAX_LENGTH);
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
