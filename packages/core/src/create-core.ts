import { attentionPort } from './campaigns/attention.ts';
import { openerPort } from './campaigns/slots-port.ts';
import { type Collecting, collectPort } from './collect/collector.ts';
import type { Core, CoreOptions } from './core-port.ts';
import { type CorePieces, createPieces } from './create-pieces.ts';
import { reporter } from './errors/reporter.ts';
import { hostPort, hostSetupPort } from './host/host-port.ts';
import type { WidgetHost } from './host/widget-host.ts';
import { customerPort } from './journey/customer-port.ts';
import { endPort } from './journey/end-port.ts';
import type { JourneyExport } from './journey/journey-room.ts';
import { isPrerendered } from './lib/is-prerendered.ts';

/** Gives the parts what they need and starts them; a part that fails to start is left out. Returns their stops. */
function startParts(
  options: CoreOptions,
  pieces: CorePieces,
  told: Pick<Core, 'identify' | 'track'>,
): (() => void)[] {
  const { credentials, problems, ports, parts } = pieces;
  ports.provide(attentionPort, options);
  ports.provide(hostSetupPort, { ...told, options, credentials });
  return parts.map((part) => {
    try {
      return part.start(pieces);
    } catch (cause) {
      problems.report({ code: 'part-failed', key: part.name, cause });
      return () => {};
    }
  });
}

/** Wraps a member: what it throws is reported, and it answers `otherwise`; after the stop it does nothing. */
type Guard = <A extends readonly unknown[], T>(
  name: string,
  otherwise: T,
  run: (...all: A) => T,
) => (...all: A) => T;

function createGuard({ problems, signal }: CorePieces): Guard {
  return (name, otherwise, run) =>
    (...all) => {
      const failed = (cause: unknown): typeof otherwise => {
        problems.report({ code: 'core-failed', key: name, cause });
        return otherwise;
      };
      if (signal.aborted) return otherwise;
      try {
        const answer = run(...all);
        // An asynchronous member must not reject either.
        return answer instanceof Promise ? (answer.catch(failed) as typeof answer) : answer;
      } catch (cause) {
        return failed(cause);
      }
    };
}

/** Resolves when nothing is under way; two rounds, because a decision writes events and an event decides. */
async function settle(pieces: CorePieces): Promise<void> {
  const { journey, parts } = pieces;
  for (const _ of [1, 2]) {
    await journey.ready();
    await Promise.all(parts.map((part) => part.idle?.()));
    await flush(pieces);
  }
}

/** Writes, then sends. */
async function flush({ journey, sync }: CorePieces): Promise<void> {
  await journey.flush();
  await sync?.send();
}

async function stopAll({ abort, sync, journey, storage }: CorePieces, stops: (() => void)[]): Promise<void> {
  abort.abort();
  for (const stop of stops.reverse()) stop();
  await sync?.stop();
  await journey.stop();
  storage.stop();
}

/** What a member that has nothing to do answers. */
const done = Promise.resolve();

/** Ways to end: erase the visitor, stop the engine; a document that says farewell asks for both. */
function createEndings(
  pieces: CorePieces,
  guard: Guard,
  stops: (() => void)[],
): Pick<Core, 'forget' | 'stop'> {
  const { journey, ports, parts } = pieces;
  const forget = guard('forget', done, async () => {
    await Promise.all(parts.map((part) => part.forget?.()));
    await journey.forget();
  });
  const stop = guard('stop', done, () => stopAll(pieces, stops));
  const endings = { forget, stop };
  ports.provide(endPort, { ...pieces, ...endings });
  return endings;
}

/** The collect part, or what stands in for it. */
const collecting = ({ ports, journey }: CorePieces): Collecting =>
  ports.use(collectPort)[0] ?? {
    record: (_source, ...act) => journey.track(...act),
    page: (props, how) => void journey.track('page_viewed', { kind: 'route', ...props }, how),
  };

/** `Core.identify`; `told` resolves when the journey has heard of it. */
function followCustomer(pieces: CorePieces): {
  readonly identify: (token: string | null) => void;
  readonly told: () => Promise<void>;
} {
  const { credentials, ports, problems } = pieces;
  let told = done;
  return {
    told: () => told,
    identify(token) {
      const changed = credentials.customer !== token;
      credentials.customer = token;
      if (changed) for (const tell of ports.use(customerPort)) tell(token !== null);
      told = import('./tell-customer.ts')
        .then(({ tellCustomer }) => tellCustomer(pieces, token !== null))
        .catch(reporter(problems, 'core-failed', 'identify'));
    },
  };
}

/** The host of a core whose parts show nothing. */
const muteHost = (pieces: CorePieces): WidgetHost => ({
  now: pieces.now,
  read: () => null,
  subscribe: () => () => {},
  report: () => {},
  request: async () => ({ ok: false, reason: 'unavailable' }),
  text: (key) => key,
});

/**
 * Starts the engine: journey, consent, delivery, and the parts that were given. Until the shop tells what the visitor
 * allowed, nothing is stored, sent or opened. Does not throw.
 */
export function createCore(options: CoreOptions): Core {
  const pieces = createPieces(options);
  const { consent, journey, ports, parts } = pieces;
  const guard = createGuard(pieces);
  const no = Promise.resolve(false);
  const customer = followCustomer(pieces);
  const setConsent = guard('setConsent', undefined, (answer: Parameters<Core['setConsent']>[0]): void => {
    // A page that nobody sees yet is pending: nothing of it is recorded, stored, sent or opened.
    if (isPrerendered()) document.addEventListener('prerenderingchange', () => setConsent(answer));
    else consent.set(answer);
  });
  const identify = guard('identify', undefined, customer.identify);
  const track = guard('track', null, (...act: Parameters<Core['track']>) =>
    collecting(pieces).record('shop', ...act),
  ) as Core['track'];
  const stops = startParts(options, pieces, { identify, track });
  const endings = createEndings(pieces, guard, stops);
  return {
    setConsent,
    track,
    page: guard('page', undefined, (...view: Parameters<Core['page']>): void =>
      collecting(pieces).page(...view),
    ),
    identify,
    open: guard('open', no, (id) => ports.use(openerPort)[0]?.(id) ?? no),
    journey,
    host: ports.use(hostPort)[0] ?? muteHost(pieces),
    ready: Promise.all([journey.ready(), ...parts.map((part) => part.ready?.())]).then(() => {}),
    idle: guard('idle', done, () => customer.told().then(() => settle(pieces))),
    flush: guard('flush', done, () => flush(pieces)),
    rooms: pieces,
    exportJourney: guard<[], Promise<JourneyExport | null>>(
      'exportJourney',
      Promise.resolve(null),
      journey.exportJourney,
    ),
    ...endings,
  };
}
