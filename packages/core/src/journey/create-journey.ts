import { reporter } from '../errors/reporter.ts';
import { createDisposer } from '../lib/disposer.ts';
import { createId } from '../lib/id.ts';
import { createSubscribable } from '../lib/subscribable.ts';
import { createStamper } from './create-stamper.ts';
import { exportJourney } from './export-journey.ts';
import { followConsent, followPage } from './follow.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { JourneyInspection, JourneyOptions, JourneyRoom } from './journey-room.ts';
import { openLeftEvents } from './left-events.ts';
import { createLiveJourney } from './live-journey.ts';
import type { Pieces } from './pieces.ts';
import { openTabChannel } from './tab-channel.ts';
import { trackEvent } from './track-event.ts';
import { createWriteBuffer } from './write-buffer.ts';
import { createWriter } from './write-events.ts';

/** Builds the visitor's journey. Until consent it keeps and writes nothing; it never throws. */
export function createJourney(options: JourneyOptions): JourneyRoom {
  const { consent, storage } = options;
  const stops = createDisposer();
  const pieces = createPieces(options, () => channel.post('appended'));
  const { live, buffer, profiles } = pieces;
  const reset = (): void => {
    live.withdraw(true);
    pieces.left.forget();
    buffer.clear();
    profiles.tell();
  };
  const channel = openTabChannel(options.channel, (hint) => {
    if (hint === 'erased') reset();
    else if (document.visibilityState === 'visible') void buffer.flush(true);
  });
  let stopped = false;
  let ready: Promise<void> = Promise.resolve();
  stops.add(channel.stop);
  stops.add(
    followConsent(pieces, (loading) => {
      ready = loading;
    }),
  );
  followPage(pieces, stops.on);
  return {
    track: (name, props, how) => (stopped ? null : trackEvent(pieces, name, props, how)),
    ...views(pieces),
    ready: () => ready,
    exportJourney: () => exportJourney(storage, live.known().id, options.now()),
    async forget() {
      channel.post('erased');
      reset();
      await storage.base.erase();
      if (consent.state() === 'answered') await buffer.flush(true);
    },
    async stop() {
      stopped = true;
      await buffer.flush();
      stops.stop();
    },
  };
}

function createPieces(options: JourneyOptions, onAppended: () => void): Pieces {
  const { consent, problems, now, random } = options;
  const shared = {
    ...options,
    live: createLiveJourney(consent, () => createId(now(), random)),
    stamper: createStamper(options),
    left: openLeftEvents(options.channel),
    events: createSubscribable<TrackedEvent>(reporter(problems, 'listener-failed', 'event')),
    profiles: createSubscribable<void>(reporter(problems, 'listener-failed', 'profile')),
    stored: createSubscribable<boolean>(reporter(problems, 'listener-failed', 'stored')),
  };
  const buffer: Pieces['buffer'] = createWriteBuffer({
    write: createWriter({
      ...shared,
      onAppended,
      waiting: () => buffer.waiting(),
      lost: (props) => trackEvent(pieces, 'events_lost', props),
    }),
    onFailure: reporter(problems, 'journey-not-stored'),
  });
  const pieces: Pieces = { ...shared, buffer };
  return pieces;
}

/** The journey's reading side. */
function views(pieces: Pieces): Omit<JourneyRoom, 'track' | 'ready' | 'exportJourney' | 'forget' | 'stop'> {
  const { live, events, profiles, stored, buffer } = pieces;
  return {
    profile: live.profile,
    session: live.session,
    sessionNumber: live.sessionNumber,
    anonymousId: () => live.known().id,
    onEvent: events.add,
    onProfile: profiles.add,
    onStored: stored.add,
    epoch: live.epoch,
    flush: () => buffer.flush(),
    inspect: () => inspect(pieces),
  };
}

function inspect({ live, buffer, storage }: Pieces): JourneyInspection {
  return {
    store: storage.base.mode(),
    anonymousId: live.known().id,
    session: live.session(),
    sessionNumber: live.sessionNumber(),
    waiting: buffer.waiting().length,
    recent: live.recent(),
    profile: live.profile(),
  };
}
