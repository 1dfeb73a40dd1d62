import type { Campaign } from './campaign.ts';
import type { Condition } from './condition.ts';
import type { CampaignDocument, PublicPool } from './document.ts';
import { listStepConditions } from './parse/reachable.ts';
import type { Pool } from './program/pool.ts';
import type { ProgramDocument } from './program.ts';
import { drawOf } from './widgets/draw-of.ts';
import { publicWidget, type QuizKey, quizKeyOf } from './widgets/quiz-key.ts';
import { readZonedTime, scheduleZone } from './zoned-time.ts';

/** When the split is made and how far it looks ahead. */
export interface SplitOptions {
  /** Epoch ms. */
  readonly now: number;
  /** Campaigns that start within this time are published already, ms (default 24 h: the server publishes hourly). */
  readonly aheadMs?: number | undefined;
}

/** What never reaches a browser. */
export interface ServerPart {
  readonly revision: number;
  readonly zone: string;
  /** By campaign id: what is needed to count its success and to hold a draw for it. */
  readonly campaigns: Readonly<
    Record<
      string,
      Pick<Campaign, 'status' | 'schedule' | 'goal' | 'frequency'> & {
        readonly draw?: string;
        /** By the id of the variant, and '' for the campaign's own widget: right answers of a quiz that pays. */
        readonly quiz?: Readonly<Record<string, QuizKey>>;
      }
    >
  >;
  readonly program: ProgramDocument;
}

/**
 * Splits what marketers write into the public part (no drafts, notes, goals, ended or far campaigns, weights, stock) and the
 * server part. Pure: the same sources and time give the same parts. Both documents must have passed their parsers.
 */
export function splitDocument(
  source: CampaignDocument,
  program: ProgramDocument,
  { now, aheadMs = 864e5 }: SplitOptions,
): { readonly public: CampaignDocument; readonly server: ServerPart } {
  const campaigns = source.campaigns
    .filter((campaign) => isPublished(campaign, source.zone, now, aheadMs))
    .map(toPublic);
  const { $schema, audiences, pools, ...rest } = source;
  const drawn = new Set(campaigns.flatMap(drawsOf));
  return {
    public: {
      ...rest,
      ...(audiences && { audiences: pickAudiences(audiences, campaigns) }),
      pools: Object.fromEntries([
        ...Object.entries(pools ?? {}),
        ...Object.entries(program.pools)
          .filter(([name]) => drawn.has(name))
          .map(([name, pool]) => [name, toPublicPool(pool)]),
      ]),
      campaigns,
    },
    server: {
      revision: source.revision,
      zone: source.zone,
      campaigns: Object.fromEntries(source.campaigns.map((campaign) => [campaign.id, toServer(campaign)])),
      program,
    },
  };
}

/** Odds of integer weights in basis points; they add up to 10,000 (largest remainder, first prize wins a tie). */
export function oddsInBasisPoints(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight * 10_000) / total);
  const odds = exact.map(Math.floor);
  const rest = 10_000 - odds.reduce((sum, one) => sum + one, 0);
  exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, rest)
    .forEach(({ index }) => {
      odds[index] = (odds[index] ?? 0) + 1;
    });
  return odds;
}

function isPublished({ status, schedule }: Campaign, zone: string, now: number, aheadMs: number): boolean {
  if (status === 'draft' || status === 'ended') return false;
  const at = (text: string | undefined): number | null =>
    text === undefined ? null : readZonedTime(text, scheduleZone(schedule, zone));
  const from = at(schedule?.from);
  const to = at(schedule?.to);
  return (from === null || from <= now + aheadMs) && (to === null || to > now);
}

/** A campaign with a goal keeps its default holdout, which the device can no longer derive once the goal is gone. */
function toPublic({ notes, goal, ...rest }: Campaign): Campaign {
  const { widget, experiment } = rest;
  const variants = experiment?.variants.map((one) =>
    one.widget ? { ...one, widget: publicWidget(one.widget) } : one,
  );
  const campaign = {
    ...rest,
    widget: publicWidget(widget),
    ...(experiment && variants && { experiment: { ...experiment, variants } }),
  };
  return goal && campaign.holdout === undefined ? { ...campaign, holdout: 0.1 } : campaign;
}

function toServer(campaign: Campaign): ServerPart['campaigns'][string] {
  const { status, schedule, goal, frequency } = campaign;
  const [draw] = drawsOf(campaign);
  return {
    status,
    ...(schedule && { schedule }),
    ...(goal && { goal }),
    ...(frequency && { frequency }),
    ...(draw !== undefined && { draw }),
    ...quizKeys(campaign),
  };
}

function quizKeys({ widget, experiment }: Campaign): { readonly quiz?: Readonly<Record<string, QuizKey>> } {
  const widgets = [
    ['', widget] as const,
    ...(experiment?.variants ?? []).map((one) => [one.id, one.widget] as const),
  ];
  const keys = widgets.flatMap(([id, one]) => {
    const key = one && quizKeyOf(one);
    return key ? [[id, key] as const] : [];
  });
  return keys.length > 0 ? { quiz: Object.fromEntries(keys) } : {};
}

function drawsOf({ widget, experiment }: Campaign): readonly string[] {
  return [widget, ...(experiment?.variants ?? []).map((variant) => variant.widget)].flatMap(
    (one) => (one && drawOf(one)) ?? [],
  );
}

function toPublicPool({ prizes, rulesUrl, freeEntry, age }: Pool): PublicPool {
  const odds = oddsInBasisPoints(prizes.map((prize) => prize.weight));
  return {
    prizes: prizes.map(({ label }, index) => ({ label, oddsBp: odds[index] ?? 0 })),
    rulesUrl,
    ...(freeEntry && { freeEntry }),
    ...(age && { age }),
  };
}

/** Audiences that published campaigns reach, also through other audiences; the rest may tell plans. */
function pickAudiences(
  audiences: Readonly<Record<string, Condition>>,
  campaigns: readonly Campaign[],
): Record<string, Condition> {
  const kept: Record<string, Condition> = {};
  const visit = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(visit);
    else if ('any' in condition) condition.any.forEach(visit);
    else if ('not' in condition) visit(condition.not);
    else if ('use' in condition && Object.hasOwn(audiences, condition.use) && !kept[condition.use]) {
      const target = audiences[condition.use];
      if (!target) return;
      kept[condition.use] = target;
      visit(target);
    }
  };
  for (const { audience, widget, experiment } of campaigns) {
    if (audience) visit(audience);
    for (const one of [widget, ...(experiment?.variants ?? []).map((variant) => variant.widget)])
      for (const { root } of one ? listStepConditions(one, []) : []) visit(root);
  }
  return kept;
}
