import * as z from 'zod/mini';
import { campaign, cap } from './campaign.ts';
import { condition } from './condition.ts';

/** Display part of a prize pool: labels and odds are public, weights and stock are not. */
export const publicPool = z.strictObject({
  prizes: z.array(
    z.strictObject({
      /** Label by locale. */
      label: z.record(z.string(), z.string()),
      /** Odds in basis points of 10,000. */
      oddsBp: z.int(),
    }),
  ),
  rulesUrl: z.string(),
  /** Page on which anybody may enter without buying. */
  freeEntry: z.optional(z.strictObject({ url: z.string() })),
  /** Who may play by age; `declared`: the visitor says so with the draw. */
  age: z.optional(z.strictObject({ min: z.int(), proof: z.enum(['declared', 'shop']) })),
});

/** What marketers write (`campaigns.json`) and, compiled, what browsers read. */
export const campaignDocument = z.strictObject({
  $schema: z.optional(z.string()),
  formatVersion: z.literal(1),
  revision: z.int().check(z.gte(0)),
  /** IANA zone of the shop's days. */
  zone: z.string(),
  /** First day of the week, for caps per week. Default: monday. */
  weekStart: z.optional(z.enum(['monday', 'sunday'])),
  fallbackLocales: z.array(z.string()).check(z.minLength(1)),
  /** ISO 4217 of the shop. */
  currency: z.optional(z.string()),
  globalHoldout: z.optional(z.number().check(z.gte(0), z.lte(0.5))),
  caps: z.optional(
    z.strictObject({
      overlay: z.optional(
        z.strictObject({
          perSession: z.optional(z.int()),
          perDay: z.optional(z.int()),
          pauseMinutes: z.optional(z.number()),
        }),
      ),
      tags: z.optional(z.record(z.string(), cap)),
      /** By kind of overlay. */
      kinds: z.optional(
        z.strictObject({
          tour: z.optional(cap),
          modal: z.optional(cap),
          bar: z.optional(cap),
          card: z.optional(cap),
        }),
      ),
      quietPaths: z.optional(z.array(z.string())),
    }),
  ),
  /** The script erases all that it ever kept in a browser, and does nothing more; no campaign runs. */
  farewell: z.optional(z.literal(true)),
  recommendations: z.optional(z.strictObject({ index: z.string() })),
  pools: z.optional(z.record(z.string(), publicPool)),
  audiences: z.optional(z.record(z.string(), condition)),
  campaigns: z.array(campaign).check(z.maxLength(500)),
});

export type CampaignDocument = z.output<typeof campaignDocument>;
export type PublicPool = z.output<typeof publicPool>;
