import type { Inspection } from './campaigns/inspection.ts';
import { slotsPort } from './campaigns/slots-port.ts';
import type { Core } from './core-port.ts';
import { inspectJourney } from './journey/inspect-journey.ts';

type Shown = Partial<Pick<Inspection, 'campaigns' | 'slots'>>;

/**
 * Builds a core's `inspect()`: what every room says of itself, now, for tools and tests. The delivery state is that of
 * the look before (none at the first). What it returns never throws.
 */
export function inspector({ rooms }: Pick<Core, 'rooms'>): () => Inspection {
  const { parts, journey, storage, consent, problems, sync, ports, signal } = rooms;
  let delivery: Inspection['delivery'] = [];
  const look = (): void => {
    sync?.inspect().then(
      (found) => {
        delivery = found;
      },
      (cause) => problems.report({ code: 'core-failed', key: 'inspect', cause }),
    );
  };
  return () => {
    if (!signal.aborted) look();
    const told: Record<string, unknown> = {};
    for (const part of parts) {
      try {
        told[part.name] = part.inspect?.() ?? null;
      } catch (cause) {
        problems.report({ code: 'part-failed', key: part.name, cause });
      }
    }
    const { campaigns = [], slots } = (told.campaigns ?? {}) as Shown;
    const { recent: events, waiting: _waiting, ...seen } = inspectJourney(journey);
    const mounted = ports.use(slotsPort)[0]?.mounted() ?? [];
    return {
      ...seen,
      mode: storage.base.mode(),
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
