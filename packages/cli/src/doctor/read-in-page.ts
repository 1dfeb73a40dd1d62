import type { PageReport } from './page-report.ts';

/** What the page itself can tell. */
export type InPage = Omit<PageReport, 'url' | 'status' | 'failed'>;

/** What is read of an element; the command line is compiled without a DOM. */
interface Seen {
  readonly src?: string;
  readonly textContent: string | null;
  readonly dataset: Readonly<Record<string, string | undefined>>;
  getAttribute(name: string): string | null;
}

/** What is read of `inspect()`. */
interface Inspected {
  readonly consent: InPage['consent'];
  readonly events: readonly { readonly event: { readonly name: string } }[];
  readonly problems: readonly { readonly code: string; readonly message?: string }[];
  readonly campaigns: InPage['campaigns'];
}

interface Page {
  readonly regulars?: { inspect?(): Inspected };
  readonly dataLayer?: readonly unknown[];
  readonly Shopify?: unknown;
  readonly doctorViolations?: readonly string[];
  readonly document: { querySelectorAll(selector: string): Iterable<Seen> };
}

/**
 * Runs in the page, as text: it may use nothing from outside.
 * @param selectors of the document.
 */
export function readInPage(selectors: readonly string[]): InPage {
  const page: Page = Object(globalThis);
  const all = (selector: string): readonly Seen[] => {
    try {
      return [...page.document.querySelectorAll(selector)];
    } catch {
      // No selector of this browser.
      return [];
    }
  };
  const seen = page.regulars?.inspect?.();
  const layer = JSON.stringify((page.dataLayer ?? []).filter((one) => typeof one === 'object'));
  const linked = all('script[type="application/ld+json"]')
    .map(({ textContent }) => textContent)
    .join(' ');
  const told = (words: readonly string[], types: readonly string[], shopify?: string): readonly string[] => [
    ...words.filter((word) => layer.includes(`"${word}"`)).map((word) => `${word} in the data layer`),
    ...types
      .filter((type) => new RegExp(`"@type"\\s*:\\s*"${type}"`).test(linked))
      .map((type) => `${type} in JSON-LD`),
    ...types
      .filter((type) => all(`[itemtype$="schema.org/${type}"]`).length > 0)
      .map((type) => `${type} in microdata`),
    ...(page.Shopify && shopify ? [`Shopify’s ${shopify}`] : []),
  ];
  return {
    scripts: all('script[data-key]').map(({ src = '', dataset }) => ({
      src,
      key: dataset.key ?? null,
      endpoint: dataset.endpoint ?? null,
    })),
    running: seen !== undefined,
    consent: seen?.consent ?? null,
    events: (seen?.events ?? []).map(({ event }) => event.name),
    problems: (seen?.problems ?? []).map(({ code, message = '' }) => ({ code, message })),
    campaigns: (seen?.campaigns ?? []).map(({ id, slot }) => ({ id, slot })),
    slots: all('regulars-slot[name]').map((slot) => slot.getAttribute('name') ?? ''),
    matches: Object.fromEntries(selectors.map((selector) => [selector, all(selector).length])),
    sources: {
      product: told(['view_item'], ['Product', 'ProductGroup'], 'product'),
      cart: told(['view_cart', 'add_to_cart'], [], 'cart'),
      order: told(['purchase'], ['Order']),
    },
    violations: page.doctorViolations ?? [],
  };
}
