import { staticFiles } from '@regulars/adapters';
import {
  type CodedProblem,
  type Core,
  type CoreOptions,
  createCore,
  deliverLater,
  hostPart,
  type Inspection,
  inspector,
  type Part,
  RegularsError,
} from '@regulars/core';
import { campaigns } from '@regulars/core/campaigns';
import { collect } from '@regulars/core/collect';
import { chain, scrub } from '@regulars/core/middleware';
import type { CampaignDocument } from '@regulars/schema';
import { type AfterDecision, createAfterDecision } from './after-decision.ts';
import { collectLater } from './collect-later.ts';
import { createFeatures } from './create-features.ts';
import { createReporter, type Reporter } from './create-reporter.ts';
import { loadWidgets, registerWidgets } from './register-widgets.ts';
import type { Regulars, RegularsOptions } from './regulars-port.ts';
import { startTools } from './tools/start-tools.ts';
import type { Compose, ConsentAnswer, ConsentHold } from './tools/tools-port.ts';

/** Changes the parts of an engine. */
type Change = Parameters<Compose>[1];

/** A running SDK, and where this package tells what went wrong. */
export interface Composed {
  readonly regulars: Regulars;
  readonly report: (problem: CodedProblem) => void;
}

/**
 * Starts Regulars on this page. Nothing is stored or sent before `setConsent` tells what the visitor allowed.
 * @throws RegularsError `key-missing` without a write key; after that nothing throws into the page.
 */
export function createRegulars(options: RegularsOptions): Regulars {
  return composeRegulars(options).regulars;
}

/**
 * Puts the packages together: the only place that sees them all.
 * @param change for a preview: its own parts, which record nothing. Default: the parts as they are, and tools for who asks.
 */
export function composeRegulars(options: RegularsOptions, change?: Change): Composed {
  if (!options.key) throw new RegularsError('key-missing', 'Give the write key of the shop as `key`.');
  let parts: readonly Part[] = [];
  // The campaigns come first.
  const afterDecision = createAfterDecision(() => parts[0]?.idle?.());
  const { report, after, part } = createReporter(afterDecision);
  parts = createParts(options, afterDecision);
  const started = createCore(
    coreOptions(options, [part, hostPart(), ...parts, ...(options.parts ?? [])], after, change),
  );
  const gate: ConsentHold = { set: started.setConsent };
  const core = {
    ...started,
    setConsent: (granted: ConsentAnswer) => gate.set(granted),
    inspect: inspector(started),
  };
  const stopWidgets = registerWidgets({ host: core.host, report });
  const stops = [stopWidgets];
  const regulars = publicMembers(core, stops);
  if (!change)
    startTools({ core: started, report, options, compose: composeRegulars, regulars, stops, gate });
  // After the tools: a preview holds the answer back.
  stops.push(startConsent(options, core, report));
  return { regulars, report };
}

/** Takes the shop's answer, or follows who knows it: what follows is fetched. Returns its stop. */
function startConsent(
  { consent = 'pending' }: RegularsOptions,
  { setConsent }: Core,
  report: Composed['report'],
): () => void {
  const ended = new AbortController();
  if (typeof consent === 'object') setConsent(consent);
  else if (consent !== 'pending')
    import('./follow-consent.ts')
      .then(({ followConsent }) => followConsent(consent, setConsent, ended.signal))
      .catch((cause) =>
        report({ code: 'consent-unavailable', message: 'pending', key: String(consent), cause }),
      );
  return () => ended.abort();
}

/** Built-in texts of one kind of key. */
const textsOf = async (locale: string, kind: string) => (await loadWidgets()).messagesFor(locale, kind);

const endpointOf = ({ endpoint }: Pick<RegularsOptions, 'endpoint'>): string | undefined =>
  endpoint?.replace(/\/+$/, '');

function coreOptions(
  options: RegularsOptions,
  parts: readonly Part[],
  after: Reporter['after'],
  change: Change = (all) => all,
): CoreOptions {
  const { key, adapters = {}, test = {} } = options;
  const endpoint = endpointOf(options);
  const wire = endpoint === undefined ? undefined : { endpoint, key };
  return {
    namespace: `regulars/${key}`,
    key,
    parts: change([collect([collectLater(after, options.collect)]), ...parts]),
    delivery: deliverLater(async () => (await reach()).deliver(adapters.delivery, wire), after),
    actions:
      adapters.actions ??
      (wire && { perform: async (...rest) => (await reach()).act(wire).perform(...rest) }),
    resources: adapters.resources ?? staticFiles(),
    shop: options.shop,
    session: options.session,
    locale: options.locale,
    clock: test.now,
    random: test.random,
    silent: test.silent ?? (navigator.webdriver === true && !test.force),
    test: options.test !== undefined && !test.force,
    // Tests of one origin must not spend each other's attention budget.
    attention: options.test && `regulars-attention/${key}`,
    // Last: what the shop adds is scrubbed too.
    middleware: chain([...(options.middleware ?? []), scrub()]),
    onProblem: options.onProblem,
    texts: textsOf,
  };
}

/** Shops and tools look into the engine. */
interface Inspected {
  inspect(): Inspection;
}

/** The way to the backend is fetched after the first decision, or with a critical event or an action. */
const reach = (): Promise<typeof import('./reach-backend.ts')> => import('./reach-backend.ts');

/** The rooms; without a document there are no campaigns, and then nothing to show. */
function createParts(
  { key, test = {}, ...options }: RegularsOptions,
  afterDecision: AfterDecision,
): readonly Part[] {
  const endpoint = endpointOf(options);
  const file = (folder: string): string | undefined =>
    endpoint === undefined ? undefined : `${endpoint}/v1/${folder}/${encodeURIComponent(key)}.json`;
  const document = test.document ?? options.document ?? file('document');
  if (document === undefined) return [];
  let { index } = options;
  let inForce: CampaignDocument | undefined;
  return [
    campaigns({
      document,
      control: test.document ? undefined : file('control'),
      onDocument: (found) => {
        inForce = found;
        index ??= found.recommendations?.index;
      },
    }),
    ...createFeatures(
      () => index,
      options.shop,
      () => inForce,
      afterDecision,
      options.adapters?.ranker,
    ),
  ];
}

function publicMembers(core: Core & Inspected, stops: readonly (() => void)[]): Regulars {
  const { journey: _journey, ready, ...members } = core;
  return {
    ...members,
    ready: () => ready,
    stop() {
      for (const stop of stops) stop();
      return core.stop();
    },
  };
}
