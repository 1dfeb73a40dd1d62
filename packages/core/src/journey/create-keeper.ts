import { isPassive } from '../events/vocabulary.ts';
import { emptyProfile } from '../rules/profile.ts';
import { isNewSession, type SessionRule } from '../rules/session-rule.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { Keeper, KeeperOptions } from './keeper.ts';
import type { Visits } from './known.ts';
import { NOW } from './place-in-session.ts';

/** Key of the visits in `kv`. */
const VISITS = 'functional/visits';

const isPersonal = ({ consent }: TrackedEvent): boolean => consent.includes('personalization');

/** Builds the keeper of visits and profile. */
export function createKeeper({ fold, allows, begins = isNewSession }: KeeperOptions): Keeper {
  return {
    async begin({ kv, profile: profiles }, read, before) {
      const stored = await read(allows('functional') ? kv : undefined, VISITS, before?.visits ?? null, null);
      let visits = stored;
      let profile = await read(profiles, NOW, before?.profile ?? emptyProfile, emptyProfile);
      return {
        kept: () => ({ visits, profile }),
        count(event) {
          if (allows('functional') && event.consent.includes('functional'))
            visits = countVisit(visits, event, begins);
          return visits?.count;
        },
        async write(events) {
          if (visits !== stored) await kv?.put(visits, VISITS);
          if (profiles) profile = events.filter(isPersonal).reduce(fold, profile);
          await profiles?.put(profile, NOW);
        },
      };
    },
    profile: (kept, waiting) => waiting.filter(isPersonal).reduce(fold, kept?.profile ?? emptyProfile),
  };
}

function countVisit(visits: Visits | null, event: TrackedEvent, begins: SessionRule): Visits | null {
  const { name, t } = event;
  const passive = isPassive(name);
  if (begins(visits, { ...event, passive }))
    return { count: (visits?.count ?? 0) + 1, startMs: t, lastMs: t };
  return visits && !passive ? { ...visits, lastMs: t } : visits;
}
