import type { ConsentSource } from '@regulars/core/consent/source';

/** Name of a consent platform whose answers are followed. */
export type ConsentPlatform =
  | 'google'
  | 'tcf'
  | 'shopify'
  | 'cookiebot'
  | 'onetrust'
  | 'usercentrics'
  | 'cookieyes'
  | 'complianz';

/** Fetches a source, its own choices as they are by default. */
type Load = () => Promise<ConsentSource>;

const platforms: Readonly<Record<ConsentPlatform, Load>> = {
  google: () => import('@regulars/core/consent/google').then((module) => module.googleConsent()),
  tcf: () => import('@regulars/core/consent/tcf').then((module) => module.tcf()),
  shopify: () => import('@regulars/core/consent/shopify').then((module) => module.shopifyConsent()),
  cookiebot: () => import('@regulars/core/consent/cookiebot').then((module) => module.cookiebot()),
  onetrust: () => import('@regulars/core/consent/onetrust').then((module) => module.onetrust()),
  usercentrics: () => import('@regulars/core/consent/usercentrics').then((module) => module.usercentrics()),
  cookieyes: () => import('@regulars/core/consent/cookieyes').then((module) => module.cookieyes()),
  complianz: () => import('@regulars/core/consent/complianz').then((module) => module.complianz()),
};

/**
 * Follows a source, or a platform by its name, until the signal aborts. Rejects when
 * the name is no platform's, or its chunk cannot be had: consent then stays pending.
 */
export async function followConsent(
  from: string | ConsentSource,
  tell: Parameters<ConsentSource>[0],
  signal: AbortSignal,
): Promise<void> {
  const load = Object.entries(platforms).find(([name]) => name === from)?.[1];
  const source = typeof from === 'function' ? from : await load?.();
  if (!source) throw new TypeError(`no platform of ${Object.keys(platforms)}`);
  if (!signal.aborted) signal.addEventListener('abort', source(tell));
}
