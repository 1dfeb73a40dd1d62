import { emptyProfile, type FactValue, foldProfile } from '@regulars/core/rules';
import type { JourneyEvent } from '@regulars/schema';

/** What a device exported (`regulars.exportJourney()`), as far as it is read. */
export interface ExportedJourney {
  readonly v: 1;
  readonly exportedAt: number;
  readonly anonymousId: string;
  readonly events: readonly JourneyEvent[];
}

/** Whether a file is a device's export, not a visitor written by hand. */
export function isJourney(value: unknown): value is ExportedJourney {
  const { v, anonymousId, events } = Object(value);
  return v === 1 && typeof anonymousId === 'string' && Array.isArray(events);
}

/** Attributes and counts that the events up to a moment (epoch ms) say of their visitor, by the fold of the live page. */
export function foldJourney(
  { events }: ExportedJourney,
  now: number,
): {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly past: readonly JourneyEvent[];
} {
  // Two exports put together may hold an event twice.
  const once = new Map(events.map((event) => [event.id, event] as const)).values();
  const past = [...once].filter(({ t }) => t <= now).sort((a, b) => a.t - b.t);
  const profile = past.reduce(foldProfile, emptyProfile);
  const sessions = [...new Set(past.map(({ sid }) => sid))];
  const pages = past.filter(({ name, sid }) => name === 'page_viewed' && sid === sessions.at(-1));
  const [top] = Object.entries(profile.categories).sort((a, b) => b[1].value - a[1].value);
  return {
    past,
    counts: Object.fromEntries(Object.entries(profile.counts).map(([name, { total }]) => [name, total])),
    facts: {
      'session.count': Math.max(1, sessions.length),
      'session.pages': pages.length,
      'visitor.firstSeen': profile.firstMs || undefined,
      'visitor.orders': profile.orders.count,
      'visitor.lastOrder': profile.orders.lastMs,
      'visitor.topCategory': top?.[0],
      'journey.products': Object.keys(profile.products),
      'journey.categories': Object.keys(profile.categories),
    },
  };
}
