import type { Inspection } from './campaigns/inspection.ts';
import { slotsPort } from './campaigns/slots-port.ts';
import type { CoreOptions } from './core-port.ts';
import type { CorePieces } from './create-pieces.ts';

type Shown = Partial<Pick<Inspection, 'campaigns' | 'slots'>>;

/** Builds `inspect()`: what every room says of itself, now. The delivery state is that of the look before. */
export function createInspect({ parts = [] }: CoreOptions, pieces: CorePieces): () => Inspection {
  const { journey, consent, problems, sync, ports, signal } = pieces;
  let delivery: Inspection['delivery'] = [];
  return () => {
    if (!signal.aborted)
      sync?.inspect().then(
        (found) => {
          delivery = found;
        },
        (cause) => problems.report({ code: 'core-failed', key: 'inspect', cause }),
      );
    const told: Record<string, unknown> = {};
    for (const part of parts) {
      try {
        told[part.name] = part.inspect?.() ?? null;
      } catch (cause) {
        problems.report({ code: 'part-failed', key: part.name, cause });
      }
    }
    const { campaigns = [], slots } = (told.campaigns ?? {}) as Shown;
    const { store: mode, recent: events, waiting: _waiting, ...seen } = journey.inspect();
    const mounted = ports.use(slotsPort)[0]?.mounted() ?? [];
    return {
      ...seen,
      mode,
      events,
      campaigns,
      consent: { state: consent.state(), granted: consent.granted() },
      slots: { ...Object.fromEntries(mounted.map((slot) => [slot, null])), ...slots },
      delivery,
      problems: problems.list(),
      tour: told.tours ?? null,
      parts: told,
    };
  };
}
