import type { PrivacySwitches, PrivacyView } from '@regulars/core';

/** What the privacy element's template needs. */
export interface PrivacyShow {
  readonly parts: readonly ('consent' | 'held' | 'switches')[];
  /** Purposes that can be refused, and the key of what was said to each. */
  readonly purposes: readonly { readonly name: string; readonly key: 'allowed' | 'refused' | 'open' }[];
  readonly isEmpty: boolean;
  readonly switches: readonly { readonly name: keyof PrivacySwitches; readonly on: boolean }[];
  /** Key of the sentence for the last act. */
  readonly said: string | undefined;
}

const parts = ['consent', 'held', 'switches'] as const;
const purposes = ['functional', 'analytics', 'personalization', 'marketing'] as const;
/** What must be allowed for a switch to have something to switch. */
const needed = { lists: 'personalization', tips: 'functional', games: null } as const;

/** Nothing of it is guessed: without an answer every purpose is open, and a switch without its purpose is not there. */
export function privacyShow({ props, state, consent, held, switches, said }: PrivacyView): PrivacyShow {
  const { answered, granted } = consent;
  const isEmpty = held.length === 0;
  // Going on after the erasure needs a yes that still stands.
  const erased = granted.length > 1 ? 'erased-goes-on' : 'erased';
  return {
    parts: props.parts ?? parts,
    purposes: purposes.map((name) => ({
      name,
      key: granted.includes(name) ? 'allowed' : answered ? 'refused' : 'open',
    })),
    isEmpty,
    switches: (['lists', 'tips', 'games'] as const)
      .filter((name) => needed[name] === null || granted.includes(needed[name]))
      .map((name) => ({ name, on: switches[name] })),
    said: state === 'error' ? 'failed' : said === 'erased' ? erased : said,
  };
}
