import type { PortKey } from '../lib/port-registry.ts';
import { keyed } from '../storage/keyed-store.ts';
import type { Storage } from '../storage/storage-port.ts';

/** What the visitor can switch off besides tips: lists made from the journey, and games. */
export type SwitchName = 'lists' | 'games';

/** `true`: on, as everything is until the visitor says otherwise. */
export type Switches = Readonly<Record<SwitchName, boolean>>;

/** Told when the visitor switched something on this page; provided by features that obey. */
export const switchesPort: PortKey<(switches: Switches) => void> = 'switches';

/**
 * Key in `kv`. An objection is an act of the visitor's own: it is kept as `necessary`, so that a later yes or no to other
 * purposes does not undo it. No row: everything is on.
 */
const OFF = 'off';

const switchesOf = (off: readonly string[] = []): Switches => ({
  lists: !off.includes('lists'),
  games: !off.includes('games'),
});

/** Reads the switches; makes no database. */
export async function readSwitches(storage: Storage): Promise<Switches> {
  return switchesOf(await keyed(storage, 'kv', 'necessary').get<readonly string[]>(OFF));
}

/** Keeps one switch on the device and answers all; the last one that is on again takes the row away. */
export async function keepSwitch(storage: Storage, name: SwitchName, on: boolean): Promise<Switches> {
  const off = await keyed(storage, 'kv', 'necessary').update<readonly string[]>(OFF, (old = []) => {
    const others = old.filter((one) => one !== name);
    const all = on ? others : [...others, name];
    return all.length > 0 ? all : undefined;
  });
  return switchesOf(off);
}
