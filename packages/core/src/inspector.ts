import type { Inspection } from './campaigns/inspection.ts';
import { slotsPort } from './campaigns/slots-port.ts';
import type { Core } from './core-port.ts';
import { reporter } from './errors/reporter.ts';
import { watchJourney } from './journey/watch-journey.ts';

type Shown = Partial<Pick<Inspection, 'campaigns' | 'slots'>>;

/**
 * Builds a core's `inspect()`: what every room says of itself, now, for tools and tests. The delivery state is that of
 * the look before (none at the first). What it returns never throws.
 */
export function inspector({ rooms }: Pick<Core, 'rooms'>): () => Inspection {
  const { parts, journey, storage, consent, problems, sync, ports, signal } = rooms;
  const inspectJourney = watchJourney(journey);
  let delivery: Inspection['delivery'] = [];
  const look = (): void => {
    import('./sync/inspect-lanes.ts')
      .then(async ({ inspectLanes }) => {
        delivery = await inspectLanes(sync?.lanes() ?? [], rooms);
      })
      .catch(reporter(problems, 'core-failed', 'inspect'));
  };
  return () => {
    if (sync && !signal.aborted) look();
    const told: Record<string, unknown> = {};
    for (const part of parts) {
      try {
        told[part.name] = part.inspect?.() ?? null;
      } catch (cause) {
        problems.report({ code: 'part-failed', key: part.name, cause });
      }
    }
    const { campaigns = [], slots } = (told.campaigns ?? {}) as Shown;
    const { recent: events, waiting: _waiting, ...seen } = inspectJourney();
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
