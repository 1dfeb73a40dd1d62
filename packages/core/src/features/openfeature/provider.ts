import type { Provider, ProviderEvents, ResolutionDetails } from '@openfeature/web-sdk';
import { type Judged, judgedPort } from '../../campaigns/judged-port.ts';
import type { ProblemSink } from '../../errors/problem-sink.ts';
import { reporter } from '../../errors/reporter.ts';
import type { JourneyRoom } from '../../journey/journey-room.ts';
import type { PortRegistry } from '../../lib/port-registry.ts';
import { createFlagEvents } from './flag-events.ts';
import { type Flag, judgeFlags } from './judge-flags.ts';
import { resolveFlag } from './resolve-flag.ts';

/** A running engine with campaigns: what `createRegulars` or `createCore` gives. */
export interface FlagSource {
  readonly rooms: {
    readonly ports: PortRegistry;
    readonly problems: ProblemSink;
    readonly journey: Pick<JourneyRoom, 'track'>;
  };
  open(campaignId: string): Promise<boolean>;
}

/** Tells the journey which arm chance gave somebody, once a page, so that reports count it. */
function createExposure({ rooms }: FlagSource): (flag: Flag) => void {
  const told = new Set<string>();
  return ({ arm = 'shown', judgement }) => {
    const { variantId, holdout } = judgement;
    const campaignId = judgement.campaign.id;
    if (arm === 'shown' || told.has(campaignId)) return;
    told.add(campaignId);
    rooms.journey.track(holdout ? 'holdout_reached' : 'experience_shown', { campaignId, variantId });
  };
}

/**
 * A web provider of OpenFeature: `OpenFeature.setProvider(openFeatureProvider(regulars))`. Campaigns are flags; who gets
 * which is decided on the device by the visitor's own journey, so the evaluation context is not asked. Ready once the
 * document was read, fails when there is none; tells of flags that changed: consent, a pause, another session.
 */
export function openFeatureProvider(source: FlagSource): Provider {
  const { ports, problems } = source.rooms;
  const events = createFlagEvents();
  const expose = createExposure(source);
  let flags: ReadonlyMap<string, Flag> | undefined;
  let looking = Promise.resolve();
  let stop = (): void => {};
  const look = async (from: Judged): Promise<void> => {
    const before = flags;
    flags = await judgeFlags(from);
    const flagsChanged = [...flags].flatMap(([id, { arm, why }]) => {
      const old = before?.get(id);
      return old?.arm === arm && old?.why === why ? [] : id;
    });
    if (before && flagsChanged.length)
      events.emit('PROVIDER_CONFIGURATION_CHANGED' as ProviderEvents, { flagsChanged });
  };
  const resolve = <T>(key: string, standard: T): ResolutionDetails<T> =>
    resolveFlag(flags, key, standard, expose);
  return {
    metadata: { name: 'regulars' },
    events,
    async initialize() {
      stop = ports.provide(judgedPort, (from) => {
        looking = looking.then(() => look(from)).catch(reporter(problems, 'decision-failed'));
      });
      // Nothing of this name opens; the answer comes once the document was read and decided.
      await source.open('');
      await looking;
      if (!flags) throw new Error('document-unavailable');
    },
    onClose: async () => stop(),
    resolveBooleanEvaluation: resolve,
    resolveStringEvaluation: resolve,
    resolveNumberEvaluation: resolve,
    resolveObjectEvaluation: resolve,
  };
}
