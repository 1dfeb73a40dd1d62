import type { PartContext } from '../../journey/part.ts';
import { readSwitches, switchesPort } from '../../journey/switches.ts';
import type { Disposer } from '../../lib/disposer.ts';
import { createSubscribable } from '../../lib/subscribable.ts';
import type { GameSwitch } from './reward-desk.ts';

/** Follows the visitor's switch for games; what cannot be read counts as on. */
export function createGameSwitch(
  { storage, ports }: PartContext,
  disposer: Disposer,
  failed: (cause: unknown) => void,
): GameSwitch {
  const offs = createSubscribable<void>(failed);
  let isOn: Promise<boolean> | undefined;
  disposer.add(
    ports.provide(switchesPort, ({ games }) => {
      isOn = Promise.resolve(games);
      if (!games) offs.tell();
    }),
  );
  return {
    onOff: offs.add,
    isOn() {
      isOn ??= readSwitches(storage).then(
        ({ games }) => games,
        (cause: unknown) => {
          failed(cause);
          return true;
        },
      );
      return isOn;
    },
  };
}
