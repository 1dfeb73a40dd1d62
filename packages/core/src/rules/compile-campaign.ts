import type { CampaignDocument, Schedule } from '@regulars/schema';
import type { CodedProblem } from '../errors/problem-sink.ts';
import { checkCampaign, isCap } from './check-campaign.ts';
import { copySafely, isPlainObject, type Plain, Refusal } from './check-shape.ts';
import { compiledForm } from './compiled-form.ts';
import { needsOf } from './needs-rule.ts';
import { zoneOf } from './schedule-rule.ts';
import { parseInstant } from './zoned-time.ts';

/** Characters of a document at most. */
export const maxDocumentLength = 512_000;
const maxCampaigns = 500;
/** Format of documents that this version reads. */
const formatVersion = 1;

/** A document that may be decided, and what was refused of it. */
export interface CompiledDocument {
  /** `null`: nothing of it can be used. Bears the mark `compiled`, so that who reads its JSON need not check again. */
  readonly document: CampaignDocument | null;
  /** Coded; `key` is the campaign's id or place in the list. */
  readonly problems: readonly CodedProblem[];
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): readonly string[] => list(value).filter((one) => typeof one === 'string');

/** Document-wide settings with what does not fit left out: a bad cap must not free nor block every campaign. */
function readSettings(source: Plain): Plain {
  const { zone, fallbackLocales, caps, pools, audiences, globalHoldout, recommendations } = source;
  const { overlay, tags, kinds, quietPaths } = isPlainObject(caps) ? caps : {};
  const numbers = (value: unknown): Plain =>
    Object.fromEntries(
      Object.entries(isPlainObject(value) ? value : {}).filter(([, one]) => typeof one === 'number'),
    );
  const capsOf = (value: unknown): Plain =>
    Object.fromEntries(Object.entries(isPlainObject(value) ? value : {}).filter(([, one]) => isCap(one)));
  return {
    formatVersion: source.formatVersion,
    revision: typeof source.revision === 'number' ? source.revision : 0,
    zone: typeof zone === 'string' ? zone : 'UTC',
    fallbackLocales: texts(fallbackLocales),
    caps: {
      overlay: numbers(overlay),
      tags: capsOf(tags),
      kinds: capsOf(kinds),
      quietPaths: texts(quietPaths),
    },
    ...(source.weekStart === 'sunday' ? { weekStart: 'sunday' } : {}),
    pools: isPlainObject(pools) ? pools : {},
    audiences: isPlainObject(audiences) ? audiences : {},
    globalHoldout: typeof globalHoldout === 'number' ? globalHoldout : 0,
    ...(isPlainObject(recommendations) ? { recommendations } : {}),
    ...(source.farewell === true ? { farewell: true } : {}),
  };
}

/** Times of a checked schedule as instants: later code needs no calendar. */
function fixSchedule(campaign: Plain, zone: string): Plain {
  const { schedule } = campaign as { readonly schedule?: Schedule };
  if (!schedule) return campaign;
  const [from, to] = [schedule.from, schedule.to].map((at) => {
    const instant = at === undefined ? null : parseInstant(at, zoneOf(schedule, zone));
    return instant === null ? undefined : new Date(instant).toISOString();
  });
  const { days, hours } = schedule;
  // Days and hours come round: they keep their zone.
  const weekly = days || hours ? { days, hours, zone: zoneOf(schedule, zone) } : {};
  return { ...campaign, schedule: { from, to, ...weekly } };
}

/**
 * Makes a hostile document safe to decide: own keys only, depth 8 and 200 nodes an audience, 500 campaigns, 512 kB,
 * strings to 10 kB. Refuses single campaigns, and the document only when nothing of it can be read. Total: never throws.
 * @param source JSON text, or the value it stands for.
 */
export function compileDocument(source: unknown): CompiledDocument {
  const problems: CodedProblem[] = [];
  const refuse = (cause: unknown, key?: string): void => {
    const { code, at } = cause instanceof Refusal ? cause : { code: 'document-invalid', at: '' };
    problems.push({ code, message: at, ...(key === undefined ? {} : { key }) });
  };
  const campaigns: Plain[] = [];
  let settings: Plain;
  try {
    if (typeof source === 'string' && source.length > maxDocumentLength)
      throw new Refusal('document-too-large');
    const value: unknown = typeof source === 'string' ? JSON.parse(source) : source;
    if (!isPlainObject(value) || !Array.isArray(value.campaigns)) throw new Refusal('document-invalid');
    // Within a format keys are only added; a newer one may mean something else by the same words.
    if (Number(value.formatVersion) > formatVersion) throw new Refusal('format-newer', 'formatVersion');
    const { campaigns: sources, ...rest } = value;
    settings = readSettings(copySafely(rest) as Plain);
    const zone = String(settings.zone);
    for (const [index, one] of list(sources).slice(0, maxCampaigns).entries()) {
      let name = `#${index}`;
      try {
        if (!isPlainObject(one)) throw new Refusal('campaign-invalid');
        if (Object.hasOwn(one, 'id') && typeof one.id === 'string') name = one.id.slice(0, 64);
        const copy = copySafely(one) as Plain;
        checkCampaign(copy, settings.audiences as Plain, zone);
        const campaign = fixSchedule(copy, zone);
        if (campaigns.some(({ id }) => id === campaign.id)) throw new Refusal('id-repeated', 'id');
        campaigns.push(campaign);
      } catch (cause) {
        refuse(cause, name);
      }
    }
    if (list(sources).length > maxCampaigns) refuse(new Refusal('too-many-campaigns'));
  } catch (cause) {
    refuse(cause);
    return { document: null, problems };
  }
  // What later code reads has been checked field by field above.
  const checked: unknown = { ...settings, campaigns };
  const document = checked as CampaignDocument;
  return { document: { ...{ compiled: compiledForm, needs: needsOf(document) }, ...document }, problems };
}
