import type { Inspection } from './campaigns/inspection.ts';
import type { CoreOptions } from './core-port.ts';
import type { CorePieces } from './create-pieces.ts';

type Shown = Partial<Pick<Inspection, 'campaigns' | 'slots' | 'tour'>>;

/** Builds `inspect()`: what every room says of itself, now. The delivery state is that of the look before. */
export function createInspect({ parts = [] }: CoreOptions, pieces: CorePieces): () => Inspection {
  const { journey, consent, problems, sync, room, abort } = pieces;
  let delivery: Inspection['delivery'] = [];
  const look = (): void => {
    if (abort.signal.aborted) return;
    sync.inspect().then(
      (found) => {
        delivery = found;
      },
      () => {},
    );
  };
  look();
  return () => {
    look();
    const told: Record<string, unknown> = {};
    for (const part of parts) {
      try {
        told[part.name] = part.inspect?.() ?? null;
      } catch (cause) {
        problems.report({ code: 'part-failed', message: 'inspect', key: part.name, cause });
      }
    }
    const { campaigns, slots } = (told.campaigns ?? {}) as Shown;
    const { store, anonymousId, session, sessionNumber, recent, profile } = journey.inspect();
    const empty = Object.fromEntries(room.slots.mounted().map((slot) => [slot, null]));
    return {
      mode: store,
      consent: { state: consent.state(), granted: consent.granted() },
      anonymousId,
      session,
      sessionNumber,
      profile,
      events: recent,
      campaigns: campaigns ?? [],
      slots: { ...empty, ...slots },
      delivery,
      problems: problems.list(),
      tour: told.tours ?? null,
      parts: told,
    };
  };
}
