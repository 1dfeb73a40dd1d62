import { countedPurposes, eventPurposes } from '../consent/purpose-table.ts';
import { reporter } from '../errors/reporter.ts';
import { isCritical } from '../events/vocabulary.ts';
import { createSubscribable, type Subscribable } from '../lib/subscribable.ts';
import { emptyProfile } from '../rules/profile.ts';
import { storeNames } from '../storage/open-storage.ts';
import { createStamper } from './create-stamper.ts';
import { followConsent, followPage } from './follow.ts';
import type { Journey } from './journey-port.ts';
import type { JourneyOptions, JourneyRoom } from './journey-room.ts';
import { createLateKeeper } from './late-keeper.ts';
import { createLiveJourney } from './live-journey.ts';
import type { Pieces } from './pieces.ts';
import { openTabChannel } from './tab-channel.ts';
import { createWriter, type Writer } from './writer.ts';

/** Builds the visitor's journey. Until consent it keeps and writes nothing; it never throws. */
export function createJourney(options: JourneyOptions): JourneyRoom {
  const { consent, storage, signal } = options;
  const pieces = createPieces(options);
  const { live, late, profiles, stored, events } = pieces;
  const writer = createWriter(pieces);
  const reset = (): void => {
    live.withdraw(true);
    storage.left.drop();
    writer.clear();
    profiles.tell();
  };
  const onHint = (hint: unknown): void => {
    if (hint === 'erased') reset();
    else if (document.visibilityState === 'visible') void writer.flush(true);
  };
  const post = openTabChannel(options.namespace, onHint, signal);
  stored.add(() => post('appended'));
  const ready = followConsent(pieces, writer);
  followPage(pieces, writer);
  return {
    track: createTrack(pieces, writer),
    ...live.view,
    ...writer,
    profile: () =>
      (consent.allows('personalization') && late.now()?.profile(live.known.kept, writer.waiting())) ||
      emptyProfile,
    onEvent: events.add,
    onProfile: profiles.add,
    onStored: stored.add,
    ready,
    async exportJourney() {
      const { exportJourney } = await import('./export-journey.ts');
      return exportJourney(options, storeNames, live.view, writer);
    },
    async forget() {
      post('erased');
      reset();
      await storage.base.erase();
      await writer.flush(true);
    },
    stop() {
      pieces.stopped = true;
      return writer.flush();
    },
  };
}

function createPieces(options: JourneyOptions): Pieces {
  const listeners = <T>(key: string): Subscribable<T> =>
    createSubscribable(reporter(options.problems, 'listener-failed', key));
  const profiles = listeners<void>('profile');
  const late = createLateKeeper(options, profiles.tell);
  return {
    ...options,
    stopped: false,
    late,
    live: createLiveJourney(options),
    stamp: createStamper(options),
    events: listeners('event'),
    profiles,
    stored: listeners('stored'),
  };
}

/** `Journey.track`. Listeners of the page hear also what consent keeps out of the journey. */
function createTrack(pieces: Pieces, writer: Writer): Journey['track'] {
  const { stamp, events, consent } = pieces;
  return (name, props, how) => {
    const isAllowed = eventPurposes.some(consent.allows);
    const event = pieces.stopped ? null : stamp(name, props, isAllowed, how?.at);
    if (!event) return null;
    queueMicrotask(() => events.tell(event));
    // A visit is counted under `functional`, also when the event itself is kept nowhere.
    if (countedPurposes.some(consent.allows)) writer.add(event, how?.critical ?? isCritical(name));
    return isAllowed ? event.id : null;
  };
}
