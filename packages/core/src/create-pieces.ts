import type { Collecting } from './collect/collector.ts';
import { startCollectors } from './collect/start-collectors.ts';
import type { ConsentControl } from './consent/consent-port.ts';
import { createConsentGate } from './consent/create-consent-gate.ts';
import type { CoreOptions } from './core-port.ts';
import { createProblemSink, type ProblemLog } from './errors/create-problem-sink.ts';
import { createRequester, type Request } from './features/requester.ts';
import { createHost, type HostRoom } from './host/create-host.ts';
import { type Messages, messageText } from './host/messages.ts';
import { createJourney } from './journey/create-journey.ts';
import type { JourneyRoom } from './journey/journey-room.ts';
import { type Chance, type Clock, secureChance } from './lib/clock.ts';
import { createDisposer, type Disposer } from './lib/disposer.ts';
import { createPortRegistry, type PortRegistry } from './lib/port-registry.ts';
import { openReservations } from './storage/open-reservations.ts';
import { openStorage } from './storage/open-storage.ts';
import type { Reservations } from './storage/reservations.ts';
import type { StorageRoom } from './storage/storage-room.ts';
import { createSyncEngine } from './sync/sync-engine.ts';
import type { SyncEngine } from './sync/sync-port.ts';

/** The rooms of one running engine. */
export interface CorePieces {
  readonly now: Clock;
  readonly random: Chance;
  readonly locale: () => string;
  readonly problems: ProblemLog;
  readonly consent: ConsentControl;
  readonly ports: PortRegistry;
  readonly storage: StorageRoom;
  readonly reservations: Reservations;
  readonly journey: JourneyRoom;
  readonly sync: SyncEngine;
  readonly collecting: Collecting;
  readonly request: Request;
  readonly room: HostRoom;
  /** Stops the parts and what they were given, last first. */
  readonly disposer: Disposer;
  readonly abort: AbortController;
  readonly customer: { token: string | null };
  /** Resolves when the built-in texts are there. */
  readonly texts: Promise<void>;
  readonly bridgeFailed: (cause: unknown) => void;
}

/** Loads the built-in texts; the host tells its listeners when they are there. */
function loadTexts(
  options: CoreOptions,
  locale: string,
  problems: ProblemLog,
): {
  current: Messages;
  load(onLoad: () => void): Promise<void>;
} {
  const state = {
    current: {} as Messages,
    async load(onLoad: () => void): Promise<void> {
      try {
        state.current = (await options.texts?.(locale)) ?? {};
        onLoad();
      } catch (cause) {
        problems.report({ code: 'texts-failed', message: locale, key: locale, cause });
      }
    },
  };
  return state;
}

/** Journey, consent, storage and delivery. */
type Rooms = Pick<CorePieces, 'problems' | 'consent' | 'storage' | 'reservations' | 'journey' | 'sync'>;

function createRooms(
  options: CoreOptions,
  now: Clock,
  random: Chance,
  customer: CorePieces['customer'],
): Rooms {
  const { namespace, key, test } = options;
  const problems = createProblemSink(options.onProblem);
  const consent = createConsentGate({ problems });
  const storage = openStorage({ name: namespace, allows: consent.allows, problems });
  const reservations = openReservations({ problems, name: options.attention });
  const journey = createJourney({ storage, consent, problems, now, random, channel: namespace, test });
  const sync = createSyncEngine({
    key,
    destinations: options.delivery ?? [],
    storage,
    journey,
    consent,
    problems,
    now,
    random,
    customerToken: () => customer.token,
  });
  return { problems, consent, storage, reservations, journey, sync };
}

/** Builds every room of an engine; the parts are not started yet. */
export function createPieces(options: CoreOptions): CorePieces {
  const now = options.clock ?? Date.now;
  const random = options.random ?? secureChance;
  const customer: CorePieces['customer'] = { token: null };
  const rooms = createRooms(options, now, random, customer);
  const { problems, consent, journey, storage } = rooms;
  const locale = (): string => options.locale ?? (document.documentElement.lang || 'en');
  const ports = createPortRegistry();
  const collecting = startCollectors({ collectors: options.collect ?? [], journey, consent, problems, now });
  const customerToken = (): string | null => customer.token;
  const request = createRequester({
    actions: options.actions,
    journey,
    storage,
    problems,
    locale,
    customerToken,
  });
  const messages = loadTexts(options, locale(), problems);
  const text: HostRoom['host']['text'] = (key, values) =>
    messageText(messages.current, locale(), key, values);
  const track = collecting.record.bind(null, 'shop');
  const room = createHost({ ports, problems, request, now, text, track });
  return {
    ...rooms,
    now,
    random,
    customer,
    locale,
    ports,
    collecting,
    request,
    room,
    disposer: createDisposer(),
    abort: new AbortController(),
    texts: messages.load(room.refresh),
    bridgeFailed: (cause) =>
      problems.report({ code: 'shop-bridge-failed', message: 'customerToken', key: 'customerToken', cause }),
  };
}
