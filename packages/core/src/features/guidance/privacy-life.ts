import { attentionPort } from '../../campaigns/attention.ts';
import { endPort } from '../../journey/end-port.ts';
import type { JourneyExport } from '../../journey/journey-room.ts';
import { keepSwitch, readSwitches, switchesPort } from '../../journey/switches.ts';
import type { GuidanceSignal, PrivacyView } from '../guidance-view.ts';
import type { SlotView } from '../slot-views.ts';
import { countHeld } from './count-held.ts';
import type { Desk, Life } from './desk.ts';
import { createTips } from './tips.ts';

/** Everything of the visitor that this device keeps, as `exportJourney()` gives it. */
const readAll = async ({ context }: Desk): Promise<JourneyExport | undefined> =>
  context.ports.use(endPort)[0]?.journey.exportJourney();

/** `Global Privacy Control` is read here: it is a reason the visitor may have forgotten. */
const asksNotToShare = (): boolean =>
  (navigator as { readonly globalPrivacyControl?: unknown }).globalPrivacyControl === true;

type Look = (change?: Partial<PrivacyView>) => Promise<void>;

/** Shows everything as it is now. */
function createLook(desk: Desk, own: SlotView<PrivacyView>): Look {
  const { consent, storage } = desk.context;
  const tips = createTips(desk);
  return async (change = {}) => {
    const all = await readAll(desk);
    const held = all ? countHeld(all, Object.keys(all.shown).length) : [];
    const { lists, games } = await readSwitches(storage);
    own.set({
      state: 'ready',
      held,
      memory: held.length > 0 && storage.mode() === 'memory',
      consent: {
        answered: consent.state() === 'answered',
        granted: consent.granted(),
        gpc: asksNotToShare(),
      },
      switches: { lists, games, tips: consent.allows('functional') ? await tips.read() : true },
      ...change,
    });
  };
}

async function download(desk: Desk, own: SlotView<PrivacyView>): Promise<void> {
  const all = await readAll(desk);
  const key = desk.context.ports.use(attentionPort)[0]?.key ?? 'journey';
  const text = JSON.stringify({ ...all }, null, 2);
  own.set({ file: { name: `regulars-${key}.json`, text }, said: 'downloaded' });
}

async function turn(
  desk: Desk,
  own: SlotView<PrivacyView>,
  { name, on }: Extract<GuidanceSignal, { act: 'switch' }>,
): Promise<void> {
  const { storage, ports } = desk.context;
  own.set({ switches: { ...own.view().switches, [name]: on }, said: undefined });
  if (name === 'tips') return await createTips(desk).set(on);
  const switches = await keepSwitch(storage, name, on);
  for (const tell of ports.use(switchesPort)) tell(switches);
}

/** Begins to follow consent, and to hear what the visitor asks for. */
export function beginPrivacy(desk: Desk, own: SlotView<PrivacyView>): Life {
  const { consent, ports } = desk.context;
  const look = createLook(desk, own);
  const erase = async (): Promise<void> => {
    own.set({ state: 'busy', said: undefined });
    for (const { forget } of ports.use(endPort)) await forget();
    await look({ said: 'erased' });
  };
  /** What fails is told to the visitor, who may try again, and reported. */
  const attempt = (work: Promise<void>): void =>
    desk.busy(
      work.catch((cause) => {
        own.set({ state: 'ready', said: 'failed' });
        throw cause;
      }),
    );
  const lookAfter = async (): Promise<void> => {
    // Withdrawn rows are purged first.
    await null;
    for (const { journey } of ports.use(endPort)) await journey.ready();
    await look();
  };
  attempt(look());
  return {
    stop: consent.subscribe(() => attempt(lookAfter())),
    hear(signal) {
      if (signal.act === 'download') attempt(download(desk, own));
      else if (signal.act === 'erase') attempt(erase());
      else if (signal.act === 'switch') attempt(turn(desk, own, signal).then(() => look()));
    },
  };
}
