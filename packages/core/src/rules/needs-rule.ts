import type { Campaign, CampaignDocument } from '@regulars/schema';
import { isOverlay, slotOf } from './decide.ts';
import { triggersOf } from './trigger-rule.ts';

/** What a document may need beyond deciding; each is a file of its own in a browser. */
export type Need =
  | 'visitor'
  | 'deals'
  | 'limits'
  | 'operators'
  | 'facts'
  | 'calendar'
  | 'more'
  | 'acts'
  | 'schedule';

/** The names of operators, facts, caps and triggers hardly stand anywhere else; if they do, a file comes in vain. */
const words: Readonly<Partial<Record<Need, RegExp>>> = {
  operators: /"(between|startsWith|endsWith|contains|glob|has(Any|All)|before|after|withinLast)"/,
  facts:
    /"(time|affinity|campaign|customer)\.|"person(Id)?"|"(device|page|visitor)\.(?!pa|ty|ref|lo|touch|firstS|or|lastO|to)/,
  calendar: /"(days|hours)":[[{]|"per":"/,
  more: /"cancelOn"|"on":"(sel|eng|scr|exit|idle|ret|noR)/,
};

/**
 * What the campaigns of a checked document need: found once when it is published, so that no browser has to look. A change
 * here is one of what the checker writes: raise `compiledForm`.
 */
export function needsOf(document: Pick<CampaignDocument, 'campaigns' | 'globalHoldout'>): readonly Need[] {
  const { campaigns, globalHoldout } = document;
  const text = JSON.stringify(document);
  const some = (test: (campaign: Campaign) => unknown): boolean => campaigns.some(test);
  const isDealt = globalHoldout || some(({ experiment, goal, holdout }) => experiment || goal || holdout);
  const isShared = new Set(campaigns.map(slotOf)).size < campaigns.length;
  const found: Readonly<Partial<Record<Need, unknown>>> = {
    visitor: isDealt || some(({ audience, frequency }) => audience || frequency?.scope === 'person'),
    deals: isDealt,
    limits: isShared || some((one) => one.frequency || one.tags || isOverlay(one)),
    schedule: some(({ status, schedule }) => schedule || status === 'scheduled'),
    acts: some((one) => triggersOf(one).some(({ on }) => on === 'click' || on === 'delay')),
    ...Object.fromEntries(Object.entries(words).map(([need, word]) => [need, word.test(text)])),
  };
  return (Object.keys(found) as Need[]).filter((need) => found[need]);
}
