import type { PartContext } from '../../journey/part.ts';
import { readSwitches, type Switches, switchesPort } from '../../journey/switches.ts';
import type { Disposer } from '../../lib/disposer.ts';
import type { ListSlot } from './list-slot.ts';

/** What decides whether the lists of a page may be made from the journey. */
export interface Personal {
  readonly context: PartContext;
  /** The visitor switched such lists off. */
  off: boolean;
}

/** Follows the visitor's switch; resolves when it is read. What cannot be read counts as on, and rejects. */
export async function followSwitch(page: Personal, again: () => void, stops: Disposer): Promise<void> {
  const follow = ({ lists }: Switches): void => {
    page.off = !lists;
    again();
  };
  stops.add(page.context.ports.provide(switchesPort, follow));
  follow(await readSwitches(page.context.storage));
}

/** Why a list is not made from the journey; `null`: it is. */
export function whyNotPersonal({ context, off }: Personal, { decision, view }: ListSlot): string | null {
  const { recent, cart } = context.journey.profile();
  if (decision.holdout) return 'holdout';
  if (view.strategy === 'popular') return 'strategy';
  if (!context.consent.allows('personalization')) return 'no-consent';
  if (off) return 'switched-off';
  return recent.length + Object.keys(cart).length > 0 ? null : 'empty-journey';
}

/**
 * Whatever ends what a list was made from (consent, the visitor's switch, erasure, signing out) makes it anew at once; a
 * journey or an order that came later does while nobody has seen the list.
 */
export function isOutdated(page: Personal, slot: ListSlot): boolean {
  const why = whyNotPersonal(page, slot);
  if (slot.stale && !slot.seen) return true;
  return why !== slot.why && (why !== null || !slot.seen);
}
