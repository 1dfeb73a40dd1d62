import type { Action, ActionOutcome, CampaignDocument, JourneyEvent, SignalBatch } from '@regulars/schema';
import { actionRequest, signalBatch } from '@regulars/schema';
import type { HttpHandler, http } from 'msw';
import { readMockBody } from './read-mock-body.ts';
import { readMockEvents } from './read-mock-events.ts';
import { type ActionScript, scriptedOutcome } from './scripted-outcome.ts';

/** What the mock server answers with. */
export interface MockServerOptions {
  /** msw's `http`, given by the caller: importing msw already touches the page's network, and importing us must not. */
  readonly http: Pick<typeof http, 'get' | 'post'>;
  /** Where the SDK's `endpoint` points (default `/regulars`); an absolute URL on Node. */
  readonly endpoint?: string | undefined;
  /** Public document that is served for every key; none: 404. */
  readonly document?: CampaignDocument | undefined;
  /** Outcome by action type, or a function of the action (default: fixed, winning outcomes). */
  readonly actions?: ActionScript | undefined;
  /** Epoch ms (default `Date.now`). */
  readonly now?: (() => number) | undefined;
}

/** How the next batches are answered. */
export type MockTrouble =
  | { readonly type: 'none' }
  | { readonly type: 'status'; readonly status: number; readonly retryAfterMs?: number | undefined }
  | { readonly type: 'offline' };

/** A batch that the mock accepted. */
export type MockBatch = Omit<SignalBatch, 'events'> & { readonly events: readonly JourneyEvent[] };

/** Request handlers for msw, and what they saw. */
export interface MockServer {
  /** For `setupWorker(...handlers)` in a browser and `setupServer(...handlers)` on Node. */
  readonly handlers: HttpHandler[];
  /** Batches that were accepted, in the order of arrival. */
  readonly batches: readonly MockBatch[];
  /** Their events without repeats. */
  readonly events: readonly JourneyEvent[];
  /** Actions that were asked for. */
  readonly actions: readonly Action[];
  /** Pauses campaigns from the next control file on; `*` pauses all. */
  pause(...campaignIds: readonly string[]): void;
  /** Makes batches fail until told otherwise. */
  trouble(trouble: MockTrouble): void;
  /** Forgets everything that was seen, pauses and trouble included. */
  reset(): void;
}

interface MockState {
  readonly batches: MockBatch[];
  readonly events: Map<string, JourneyEvent>;
  readonly actions: Action[];
  paused: readonly string[];
  trouble: MockTrouble;
}

/**
 * A server for a shop's own tests: the wire of the real one, everything kept in memory. Safe in browser and Node.
 * @example setupServer(...createMockServer({ http, endpoint: 'https://shop.example/regulars' }).handlers)
 */
export function createMockServer(options: MockServerOptions): MockServer {
  const state: MockState = {
    batches: [],
    events: new Map(),
    actions: [],
    paused: [],
    trouble: { type: 'none' },
  };
  return {
    handlers: createHandlers(options, state),
    batches: state.batches,
    get events() {
      return [...state.events.values()];
    },
    actions: state.actions,
    pause(...campaignIds) {
      state.paused = campaignIds;
    },
    trouble(trouble) {
      state.trouble = trouble;
    },
    reset() {
      state.batches.length = 0;
      state.actions.length = 0;
      state.events.clear();
      state.paused = [];
      state.trouble = { type: 'none' };
    },
  };
}

function createHandlers(options: MockServerOptions, state: MockState): HttpHandler[] {
  const { http, endpoint = '/regulars', document, now = Date.now } = options;
  return [
    http.post(`${endpoint}/v1/batch`, async ({ request }) =>
      answerBatch(await readMockBody(request), state, now()),
    ),
    http.post(`${endpoint}/v1/actions`, async ({ request }) =>
      answerAction(await readMockBody(request), state, options.actions, now()),
    ),
    http.get(`${endpoint}/v1/document/:file`, ({ request }) => {
      if (!document) return Response.json({ ok: false, reason: 'not-found' }, { status: 404 });
      const etag = `"mock-${document.revision}"`;
      return request.headers.get('if-none-match') === etag
        ? new Response(null, { status: 304 })
        : Response.json(document, { headers: { etag } });
    }),
    http.get(`${endpoint}/v1/control/:file`, () =>
      Response.json({
        revision: document?.revision ?? 0,
        pausedAll: state.paused.includes('*'),
        paused: state.paused.filter((id) => id !== '*'),
        now: now(),
      }),
    ),
  ];
}

function answerBatch(body: unknown, state: MockState, now: number): Response {
  const { trouble } = state;
  if (trouble.type === 'offline') return Response.error();
  if (trouble.type === 'status') {
    const { status, retryAfterMs } = trouble;
    const headers: Record<string, string> =
      retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) };
    return Response.json({ reason: 'mock', retryAfterMs, now }, { status, headers });
  }
  const parsed = signalBatch.safeParse(body);
  if (!parsed.success) return Response.json({ ok: false, reason: 'bad-request', now }, { status: 400 });
  const { events, rejected } = readMockEvents(parsed.data.events);
  state.batches.push({ ...parsed.data, events });
  for (const event of events) if (!state.events.has(event.id)) state.events.set(event.id, event);
  return Response.json(rejected.length === 0 ? { type: 'accepted', now } : { type: 'partly', rejected, now });
}

function answerAction(
  body: unknown,
  state: MockState,
  script: ActionScript | undefined,
  now: number,
): Response {
  const parsed = actionRequest.safeParse(body);
  if (!parsed.success) return Response.json({ ok: false, reason: 'bad-request', now }, { status: 400 });
  const { action } = parsed.data;
  state.actions.push(action);
  const outcome: ActionOutcome = scriptedOutcome(action, script, now);
  return Response.json(outcome, { status: outcome.ok ? 200 : 409 });
}
