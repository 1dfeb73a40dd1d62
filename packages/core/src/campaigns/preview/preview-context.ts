import type { ConsentPurpose } from '@regulars/schema';
import type { ConsentGate } from '../../consent/consent-port.ts';
import type { SessionState } from '../../journey/journey-port.ts';
import type { Part, PartContext } from '../../journey/part.ts';
import type { PortKey } from '../../lib/port-registry.ts';
import { type ImaginedVisitor, imagineProfile } from '../../rules/persona.ts';
import { createMemoryRows } from '../../storage/memory-rows.ts';
import type { Storage, StoreName } from '../../storage/storage-port.ts';
import { attentionPort } from '../attention.ts';
import { factSourcePort } from '../fact-source.ts';

/** Who visits in a preview. */
export interface PreviewVisitor extends ImaginedVisitor {
  /** Decides the arms of tests. */
  readonly anonymousId: string;
  /** Purposes granted; `null`: not asked yet. */
  readonly consent: readonly ConsentPurpose[] | null;
}

/**
 * The parts of an engine, each on a context that stores in memory alone and knows the imagined visitor in place of the
 * real one. The engine around them is never told a consent: nothing they track is kept or sent. What decides is the very
 * code of the live page.
 */
export function previewParts(parts: readonly Part[], visitor: PreviewVisitor): readonly Part[] {
  let rooms: Rooms | undefined;
  const seat = (context: PartContext): PartContext => {
    rooms ??= createRooms(context, visitor);
    return { ...context, ...rooms };
  };
  const facts: Part = {
    name: 'preview',
    start: ({ ports }) => ports.provide(factSourcePort, { name: 'preview', facts: () => visitor.facts }),
  };
  // Its facts come last and win over those that parts read from the page.
  return [...parts, facts].map(({ fold: _, ...part }) => ({
    ...part,
    start: (context) => part.start(seat(context)),
  }));
}

type Rooms = Pick<PartContext, 'consent' | 'journey' | 'storage' | 'ports'>;

function createRooms({ journey, now, ports }: PartContext, visitor: PreviewVisitor): Rooms {
  const { anonymousId } = visitor;
  const consent = gateOf(visitor);
  const profile = imagineProfile(visitor, now());
  const number = Number(visitor.facts['session.count'] ?? 1);
  const startMs = now();
  const session: SessionState = { id: 'preview', startMs, lastMs: startMs, number, pages: 1 };
  const knows = consent.allows('functional') || consent.allows('analytics');
  return {
    consent,
    storage: memoryStorage(consent),
    journey: {
      ...journey,
      anonymousId: () => anonymousId,
      session: () => (knows ? session : null),
      sessionNumber: () => (knows ? number : null),
      profile: () => profile,
      flush: async () => {},
    },
    ports: {
      provide: ports.provide,
      // Caps of a preview live in its memory alone.
      use: <T>(key: PortKey<T>) =>
        key === attentionPort ? ports.use(key).map((one) => ({ ...one, memory: true })) : ports.use(key),
    },
  };
}

function gateOf({ consent }: PreviewVisitor): ConsentGate {
  const granted: readonly ConsentPurpose[] = ['necessary', ...(consent ?? [])];
  return {
    state: () => (consent ? 'answered' : 'pending'),
    allows: (purpose) => granted.includes(purpose),
    granted: () => granted,
    subscribe: () => () => {},
  };
}

/** Storage that says it is the browser's, as on the live page, and is gone with this one. */
function memoryStorage({ allows }: ConsentGate): Storage {
  const { run, clear } = createMemoryRows<StoreName>();
  return {
    allows,
    mode: () => 'idb',
    left: { leave: () => {}, find: () => [], drop: () => {} },
    base: { run, mode: () => 'idb', exists: async () => true, erase: async () => clear(), close: () => {} },
  };
}
