import type { Feed, FeedItem, FeedWish, Product } from '@regulars/schema';
import type { Hono } from 'hono';
import { signToken, verifyToken } from '../auth/tokens.ts';
import type { ServerContext } from '../context.ts';
import type { AppContext, AppEnv } from '../http/environment.ts';
import { limitMs, refuse } from '../http/refuse.ts';
import { findPerson } from '../people/find-person.ts';
import { rankForPerson } from './rank-for-person.ts';
import { createDiskIndex, type DiskIndex } from './read-index.ts';
import { readPersonJourney } from './read-journey.ts';

const DAY_MS = 86_400_000;
/** Mail programs fetch pictures again; the shop's own pictures are cached by the shop. */
const CACHE = 'private, max-age=600';

/** Ranks a list for a person's mail; what the shop's own server asks with its key. */
export type MakeFeed = (c: AppContext, wish: FeedWish) => Promise<Response>;

/**
 * Mounts the addresses that stand in mails, and answers the maker of feeds. An address is signed for one person and one
 * product, ends, and leads nowhere once the person is erased.
 */
export function addFeedRoutes(app: Hono<AppEnv>, context: ServerContext): MakeFeed {
  const { feeds } = context;
  const readIndex = feeds ? createDiskIndex(feeds.index, context.now) : async () => null;
  app.get('/v1/feeds/:token/image', (c) => lead(c, { context, readIndex }, ({ image }) => image?.src));
  app.get('/v1/feeds/:token/link', (c) => lead(c, { context, readIndex }, ({ url }) => url));
  return async (c, wish) => {
    const personId = await findPerson(context.db, c.req.param('person') ?? '');
    const index = await readIndex();
    if (personId === null || !index) return refuse(c, context, 'not-found');
    return c.json(await makeFeed(context, { index, personId, wish }));
  };
}

async function makeFeed(
  context: ServerContext,
  {
    index,
    personId,
    wish,
  }: { readonly index: DiskIndex; readonly personId: string; readonly wish: FeedWish },
): Promise<Feed> {
  const journey = await readPersonJourney(context, personId);
  const { strategy, personal, items } = await rankForPerson(index, journey, { wish, now: context.now() });
  const expiresAt = context.now() + (wish.days ?? 30) * DAY_MS;
  const signed = items.map(async ({ product, source, because }): Promise<FeedItem> => {
    const claims = { product: product.id };
    const token = await signToken(context, { purpose: 'feed', subject: personId, expiresAt, claims });
    const at = `${context.basePath}/v1/feeds/${token}`;
    const about = because === undefined ? {} : { because };
    return { product, source, ...about, image: `${at}/image`, link: `${at}/link` };
  });
  return {
    strategy,
    indexVersion: index.manifest.version,
    personal,
    items: await Promise.all(signed),
    expiresAt,
  };
}

interface Room {
  readonly context: ServerContext;
  readonly readIndex: () => Promise<DiskIndex | null>;
}

/** Redirects to what a product of a mail has now. */
async function lead(
  c: AppContext,
  { context, readIndex }: Room,
  pick: (product: Product) => string | undefined,
): Promise<Response> {
  const retryAfterMs = limitMs(c, context, 'feed', context.limits.feed);
  if (retryAfterMs > 0) return refuse(c, context, 'rate-limited', { retryAfterMs });
  const answer = await verifyToken(context, c.req.param('token') ?? '', 'feed');
  if (!answer.ok) return refuse(c, context, answer.reason);
  const { subject, claims } = answer.token;
  const index = await readIndex();
  // Erased since the mail was sent: nothing of it leads anywhere.
  if (!index || (await findPerson(context.db, subject)) === null) return refuse(c, context, 'not-found');
  const product = await index.card(String(claims.product));
  const address = product && absolute(pick(product), context.feeds?.shop);
  if (!address) return refuse(c, context, 'not-found');
  c.header('Cache-Control', CACHE);
  c.header('Referrer-Policy', 'no-referrer');
  return c.redirect(address, 302);
}

/** A page or picture of the web, or nothing. */
function absolute(url: string | undefined, shop: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url, shop)) return null;
  const { protocol, href } = new URL(url, shop);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
