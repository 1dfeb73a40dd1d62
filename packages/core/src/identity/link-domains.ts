import { reporter } from '../errors/reporter.ts';
import type { Part, PartContext } from '../journey/part.ts';
import { createDisposer } from '../lib/disposer.ts';
import { hashText } from '../lib/hash.ts';
import { adoptId, isId } from './adopt-id.ts';

/** Which domains are one shop. */
export interface LinkDomainsOptions {
  /** The shop's other domains, `pay.example`; each with its subdomains. */
  readonly domains: readonly string[];
  /** Parameter that carries the id (default `regulars-id`). */
  readonly parameter?: string | undefined;
  /** How long a decorated address is good for (ms, default two minutes). */
  readonly expiresMs?: number | undefined;
}

const isTold = ({ consent }: PartContext): boolean => consent.allows('analytics');

/**
 * Carries the anonymous id to the shop's other domains in the links and forms that the visitor follows, under `analytics`
 * on both sides: `createCore({ parts: [linkDomains({ domains: ['pay.example'] }), …] })`. An address is good for two minutes
 * and in the browser that made it, so that a link passed on joins nobody. The page's links stay as they were.
 */
export function linkDomains(options: LinkDomainsOptions): Part {
  const { parameter = 'regulars-id', expiresMs = 120_000 } = options;
  let adopting = Promise.resolve();
  return {
    name: 'link-domains',
    ready: () => adopting,
    idle: () => adopting,
    start(context) {
      const { add, on, stop } = createDisposer();
      let told = readId(new URLSearchParams(location.search).get(parameter), context.now(), expiresMs);
      const adopt = (): void => {
        const other = told;
        if (!other || !isTold(context)) return;
        told = undefined;
        adopting = adoptId(context, other).then(() => {}, reporter(context.problems, 'journey-not-stored'));
      };
      const follow = (event: Event): void => {
        if (isTold(context)) decorate(event, options.domains, parameter, context);
      };
      add(context.consent.subscribe(adopt));
      for (const type of ['click', 'auxclick', 'submit']) on(window, type, follow, { capture: true });
      adopt();
      return stop;
    },
  };
}

/** The address with the id, for shops that navigate by code; `linkDomains` on the other side reads it. */
export function linkTo(
  address: string | URL,
  anonymousId: string,
  nowMs: number = Date.now(),
  parameter = 'regulars-id',
): string {
  const url = new URL(address, location.href);
  const text = `${anonymousId}.${nowMs.toString(36)}`;
  url.searchParams.set(parameter, `${text}.${sealOf(text)}`);
  return url.href;
}

/** Ties an address to the browser: one that was passed on names nobody. */
const sealOf = (text: string): string =>
  hashText(text + navigator.userAgent + Intl.DateTimeFormat().resolvedOptions().timeZone).toString(36);

function readId(value: string | null, nowMs: number, expiresMs: number): string | undefined {
  const [, text = '', id, minted = '', seal] = /^((.+)\.(\w+))\.(\w+)$/.exec(value ?? '') ?? [];
  return isId(id, nowMs) &&
    seal === sealOf(text) &&
    Math.abs(nowMs - Number.parseInt(minted, 36)) <= expiresMs
    ? id
    : undefined;
}

/** Gives the id to the address that the visitor is about to follow, and gives the page its own back afterwards. */
function decorate(event: Event, domains: readonly string[], parameter: string, context: PartContext): void {
  const [name, kind] =
    event.type === 'submit' ? (['action', HTMLFormElement] as const) : (['href', HTMLAnchorElement] as const);
  const found = event
    .composedPath()
    .find((one): one is HTMLFormElement | HTMLAnchorElement => one instanceof kind);
  const written = found?.getAttribute(name);
  if (!found || !written) return;
  const url = new URL(written, document.baseURI);
  if (url.hostname === location.hostname || !domains.some((one) => `.${url.hostname}`.endsWith(`.${one}`)))
    return;
  found.setAttribute(name, linkTo(url, context.journey.anonymousId(), context.now(), parameter));
  // The browser has taken the address when the event is over.
  setTimeout(() => found.setAttribute(name, written));
}
