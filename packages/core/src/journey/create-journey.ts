import { eventPurposes } from '../consent/purpose-table.ts';
import { reporter } from '../errors/reporter.ts';
import { eventClass } from '../events/vocabulary.ts';
import { createDisposer } from '../lib/disposer.ts';
import { createSubscribable, type Subscribable } from '../lib/subscribable.ts';
import { storeNames } from '../storage/open-storage.ts';
import { createStamper } from './create-stamper.ts';
import { followConsent, followPage } from './follow.ts';
import type { Journey, TrackedEvent } from './journey-port.ts';
import type { JourneyInspection, JourneyOptions, JourneyRoom } from './journey-room.ts';
import { createLiveJourney } from './live-journey.ts';
import { openTabChannel } from './tab-channel.ts';
import { createWriter, type Pieces, type Writer } from './writer.ts';

/** Builds the visitor's journey. Until consent it keeps and writes nothing; it never throws. */
export function createJourney(options: JourneyOptions): JourneyRoom {
  const { consent, storage, now } = options;
  const stops = createDisposer();
  const pieces = createPieces(options);
  const { live, profiles, stored, events } = pieces;
  const writer = createWriter(pieces, (reason, count) => track('events_lost', { reason, count }));
  const reset = (): void => {
    live.withdraw(true);
    storage.left.forget();
    writer.clear();
    profiles.tell();
  };
  const channel = openTabChannel(options.channel, (hint) => {
    if (hint === 'erased') reset();
    else if (document.visibilityState === 'visible') void writer.flush(true);
  });
  const track = createTrack(pieces, writer);
  stops.add(channel.stop);
  stops.add(stored.add(() => channel.post('appended')));
  const ready = followConsent(pieces, writer, stops);
  followPage(pieces, writer, stops);
  return {
    track,
    ...live.view,
    onEvent: events.add,
    onProfile: profiles.add,
    onStored: stored.add,
    ready,
    flush: () => writer.flush(),
    inspect: () => inspect(pieces, writer),
    exportJourney: async () =>
      (await import('./export-journey.ts')).exportJourney(storage.base, storeNames, live.known().id, now()),
    async forget() {
      channel.post('erased');
      reset();
      await storage.base.erase();
      if (consent.state() === 'answered') await writer.flush(true);
    },
    async stop() {
      pieces.stopped = true;
      await writer.flush();
      stops.stop();
    },
  };
}

function createPieces(options: JourneyOptions): Pieces {
  const { problems } = options;
  const listeners = <T>(key: string): Subscribable<T> =>
    createSubscribable(reporter(problems, 'listener-failed', key));
  return {
    ...options,
    stopped: false,
    live: createLiveJourney(options),
    stamp: createStamper(options),
    events: listeners('event'),
    profiles: listeners('profile'),
    stored: listeners('stored'),
  };
}

/** `Journey.track`. Listeners of the page hear also what consent keeps out of the journey. */
function createTrack(pieces: Pieces, writer: Writer): Journey['track'] {
  const { stamp, live, events, consent } = pieces;
  return (name, props, how) => {
    const isAllowed = eventPurposes.some(consent.allows);
    const event = pieces.stopped ? null : stamp(name, props, isAllowed);
    if (!event) return null;
    live.see(event);
    queueMicrotask(() => events.tell(event));
    // A visit is counted under `functional`, also when the event itself is kept nowhere.
    if (isAllowed || consent.allows('functional'))
      writer.add(event, how?.critical ?? eventClass(name)?.critical ?? false);
    return isAllowed ? event.id : null;
  };
}

function inspect({ live, storage }: Pieces, writer: Writer): JourneyInspection {
  const waiting = writer.waiting();
  const stateOf = (event: TrackedEvent): 'refused' | 'waiting' | 'stored' => {
    if (!eventPurposes.some((one) => event.consent.includes(one))) return 'refused';
    return waiting.includes(event) ? 'waiting' : 'stored';
  };
  return {
    store: storage.base.mode(),
    anonymousId: live.view.anonymousId(),
    session: live.view.session(),
    sessionNumber: live.view.sessionNumber(),
    waiting: waiting.length,
    recent: live.recent().map((event) => ({ event, state: stateOf(event) })),
    profile: live.view.profile(),
  };
}
