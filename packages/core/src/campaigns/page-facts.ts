import type { PartContext } from '../journey/part.ts';
import { countWithin } from '../rules/count-rule.ts';
import type { ConditionFacts, FactValue } from '../rules/fact.ts';
import type { EventCount, Profile } from '../rules/profile.ts';
import { factSourcePort } from './fact-source.ts';

type Facts = Readonly<Record<string, FactValue>>;

/** What the page, the device and the address say; nothing of the visitor. */
function readPage(locale: string): Facts {
  const utm = [...new URLSearchParams(location.search)]
    .filter(([name]) => name.startsWith('utm_'))
    .map(([name, value]) => [name.replace('_', '.'), value] as const);
  const phone = matchMedia('(max-width: 640px)').matches;
  return {
    'page.path': location.pathname,
    'page.type': document.body?.dataset.regularsPage,
    'page.locale': locale,
    'page.referrer': document.referrer || undefined,
    'device.type': phone ? 'phone' : 'desktop',
    'device.touch': matchMedia('(pointer: coarse)').matches,
    ...Object.fromEntries(utm),
  };
}

/** What the profile says; only with leave to personalise. */
function readProfile(profile: Profile): Facts {
  const top = Object.entries(profile.categories).sort((a, b) => b[1].value - a[1].value)[0];
  return {
    'visitor.firstSeen': profile.firstMs || undefined,
    'visitor.orders': profile.orders.count,
    'visitor.lastOrder': profile.orders.lastMs,
    'visitor.topCategory': top?.[0],
    'journey.products': Object.keys(profile.products),
    'journey.categories': Object.keys(profile.categories),
    'utm.firstSource': profile.firstTouch?.source,
  };
}

/** How often an event happened: in all, or in the last days, each of 24 hours. */
function countOf(
  profile: Profile,
  event: string,
  now: number,
  withinDays?: number,
  where?: Readonly<Record<string, string>>,
): number {
  const [about] = Object.entries(where ?? {});
  const counts: Readonly<Record<string, EventCount | undefined>> = about
    ? (profile.about ?? {})
    : profile.counts;
  const key = about ? `${event}|${about.join('|')}` : event;
  const count = Object.hasOwn(counts, key) ? counts[key] : undefined;
  return count ? (withinDays === undefined ? count.total : countWithin(count, now, withinDays)) : 0;
}

/**
 * Facts of this moment from the page, the session, the journey, and every source that a part provides.
 * @param more facts that few documents ask for.
 */
export function readFacts(context: PartContext, zone: string, more: Facts = {}): ConditionFacts {
  const { consent, journey, ports } = context;
  const personal = consent.allows('personalization');
  const profile = journey.profile();
  const now = context.now();
  const facts: Facts = {
    ...readPage(context.locale()),
    'session.count': journey.sessionNumber() ?? undefined,
    'session.pages': journey.session()?.pages,
    ...(personal ? readProfile(profile) : {}),
    ...more,
    ...Object.assign({}, ...ports.use(factSourcePort).map((source) => source.facts())),
  };
  return {
    now,
    zone,
    attr: (name) => (Object.hasOwn(facts, name) ? (facts[name] ?? undefined) : undefined),
    count: (event, withinDays, where) => (personal ? countOf(profile, event, now, withinDays, where) : null),
  };
}
