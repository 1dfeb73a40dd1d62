import { attentionPort } from '../campaigns/attention.ts';
import { reporter } from '../errors/reporter.ts';
import type { Part, PartContext } from '../journey/part.ts';
import { adoptId, isId, mayKeep } from './adopt-id.ts';

/** How far the anonymous id reaches. */
export interface CrossSubdomainOptions {
  /** Domain that its subdomains share, `shop.example`; the page's own host must lie in it. */
  readonly domain: string;
  /** Days that the cookie lives after the last page (default 180; browsers may make it less). */
  readonly days?: number | undefined;
}

/**
 * Shares the anonymous id between subdomains by a cookie `regulars-id-<write key>`, the only one Regulars ever sets, under
 * leave to keep the id (`functional` or `analytics`): `createCore({ parts: [crossSubdomain({ domain: 'shop.example' }), …] })`.
 * Cookie and database heal each other, the older id wins; without leave, after `forget()` and after a farewell it is gone.
 */
export function crossSubdomain({ domain, days = 180 }: CrossSubdomainOptions): Part {
  let healing = Promise.resolve();
  let drop = (): void => {};
  return {
    name: 'cross-subdomain',
    ready: () => healing,
    idle: () => healing,
    forget: async () => drop(),
    start(context) {
      const cookie = openCookie(context, domain, days);
      const failed = reporter(context.problems, 'journey-not-stored', 'cookie');
      /** What cookie and database agreed upon on this page. */
      let agreed: string | undefined;
      const heal = async (): Promise<void> => {
        const own = context.journey.anonymousId();
        const found = cookie.read();
        // Erased meanwhile, here or in another tab: what cookie and database may still say is of the past.
        const isOver = (id: string | undefined): boolean =>
          id !== undefined && id === agreed && own !== agreed;
        const id = await adoptId(context, isOver(found) ? undefined : found);
        if (isOver(id) || !mayKeep(context) || context.signal.aborted) return;
        agreed = id;
        cookie.write(id);
      };
      const look = (): void => {
        if (mayKeep(context)) healing = healing.then(heal).catch(failed);
        else if (context.consent.state() === 'answered') drop();
      };
      drop = () => cookie.write(null);
      const stops = [context.consent.subscribe(look), context.journey.onProfile(look)];
      look();
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** The cookie; where the browser refuses cookies it is empty. */
function openCookie(
  { ports, now }: PartContext,
  domain: string,
  days: number,
): { read(): string | undefined; write(id: string | null): void } {
  const name = `regulars-id-${encodeURIComponent(ports.use(attentionPort)[0]?.key ?? '')}`;
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      // A sandboxed frame: the database alone keeps the id.
      return undefined;
    }
  };
  return {
    read() {
      const found = attempt(() => document.cookie.split('; ').find((one) => one.startsWith(`${name}=`)));
      const id = found?.slice(name.length + 1);
      return isId(id, now()) ? id : undefined;
    },
    write: (id) =>
      void attempt(() => {
        const maxAge = id ? Math.round(days * 86_400) : 0;
        // `localhost` has no subdomains, and WebKit refuses it as a domain.
        const reach = domain.includes('.') ? `; Domain=${domain}` : '';
        const secure = location.protocol === 'https:' ? '; Secure' : '';
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API has no Firefox, and no synchronous erasure
        document.cookie = `${name}=${id ?? ''}${reach}; Path=/; Max-Age=${maxAge}; SameSite=Lax${secure}`;
      }),
  };
}
