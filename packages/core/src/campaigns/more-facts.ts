// Facts that few documents ask for: time, tastes, the history of campaigns, the device. Fetched with the first such one.
import { scoreAt } from '../rules/fold-profile.ts';
import type { Profile, Score } from '../rules/profile.ts';
import type { AttentionState } from './attention.ts';
import type { FactValue } from './fact-source.ts';
import type { Stage } from './stage.ts';

type Facts = Record<string, FactValue>;
const dayMs = 864e5;

/** Wall clock of the document's zone. */
function readTime(now: number, zone: string): Facts {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    weekday: 'short',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return {
    'time.now': now,
    'time.hour': Number(part('hour')),
    'time.weekday': part('weekday').toLowerCase(),
    'time.date': `${part('year')}-${part('month')}-${part('day')}`,
    'time.day': Number(part('day')),
    'time.month': Number(part('month')),
  };
}

/** Shares of the visitor's taste, 0 to 1, of categories and of brands; the strongest of each by name. */
function readTastes(kind: 'category' | 'brand', scores: Readonly<Record<string, Score>>, now: number): Facts {
  const rated = Object.entries(scores)
    .map(([name, score]) => [name, Math.max(0, scoreAt(score, now))] as const)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const sum = rated.reduce((all, [, value]) => all + value, 0);
  const share = (value: number): number => Math.round((value / sum) * 1000) / 1000;
  if (!sum) return {};
  return {
    [`affinity.top${kind === 'brand' ? 'Brand' : 'Category'}`]: rated[0]?.[0],
    ...Object.fromEntries(rated.map(([name, value]) => [`affinity.${kind}.${name}`, share(value)])),
  };
}

const daysSince = (at: number | undefined, now: number): number | undefined =>
  at ? Math.floor((now - at) / dayMs) : undefined;

function readVisitor(profile: Profile, now: number): Facts {
  return {
    ...readTastes('category', profile.categories, now),
    ...readTastes('brand', profile.brands, now),
    'visitor.daysSinceFirstSeen': daysSince(profile.firstMs, now),
    'visitor.daysSinceLastOrder': daysSince(profile.orders.lastMs, now),
  };
}

/** What the device remembers of each campaign; a campaign that never showed has zeros, not unknowns. */
function readHistory({ history }: AttentionState, ids: readonly string[]): Facts {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const past = history[id];
      const at = (name: string): string => `campaign.${id}.${name}`;
      return [
        [at('shows'), past?.count ?? 0],
        [at('dismissals'), past?.dismissed ?? 0],
        [at('completions'), past?.completed ?? 0],
        [at('clicks'), past?.clicked ?? 0],
        [at('lastShown'), past?.shows.at(-1)],
      ];
    }),
  );
}

function readDevice(): Facts {
  const media = (query: string): boolean => matchMedia(query).matches;
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return {
    'device.width': innerWidth,
    'device.reducedMotion': media('(prefers-reduced-motion: reduce)'),
    'device.dark': media('(prefers-color-scheme: dark)'),
    'device.saveData': connection?.saveData ?? false,
    'device.language': navigator.language,
    'page.title': document.title,
    'page.url': location.origin + location.pathname,
    ...Object.fromEntries(
      [...new URLSearchParams(location.search)].map(([name, value]) => [`page.query.${name}`, value]),
    ),
  };
}

const pulling = new WeakMap<Stage, Promise<void>>();

/** Begins to ask the backend, once for a document that names what only it knows. */
function pull(stage: Stage): Promise<void> | undefined {
  if (!/"customer\.|"person(Id)?"/.test(JSON.stringify(stage.document))) return undefined;
  return import('./pull-facts.ts').then(
    ({ pullFacts }) => pullFacts(stage),
    // What only the backend knows stays unknown.
    (cause: unknown) =>
      stage.context.problems.report({ code: 'decision-failed', message: 'pull-facts', cause }),
  );
}

/**
 * These facts now. Reads tastes only with leave to personalise. What the backend knows comes as a fact source of its own,
 * which stands when the first call resolves.
 */
export async function moreFacts(stage: Stage, attention: AttentionState): Promise<Readonly<Facts>> {
  const { context, document } = stage;
  const begun = pulling.get(stage) ?? pull(stage) ?? Promise.resolve();
  pulling.set(stage, begun);
  await begun;
  const now = context.now();
  const ids = document.campaigns.map(({ id }) => id);
  return {
    ...readTime(now, document.zone),
    ...readDevice(),
    ...(context.consent.allows('functional') ? readHistory(attention, ids) : {}),
    ...(context.consent.allows('personalization') ? readVisitor(context.journey.profile(), now) : {}),
  };
}
