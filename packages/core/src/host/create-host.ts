import type { EventName, EventProps } from '@regulars/schema';
import { type Slots, signalPort } from '../campaigns/slots-port.ts';
import type { ProblemSink } from '../errors/problem-sink.ts';
import { viewSourcePort } from '../features/widget-signal.ts';
import type { PortRegistry } from '../lib/port-registry.ts';
import type { Request } from '../lib/request-port.ts';
import { createSubscribable } from '../lib/subscribable.ts';
import type { WidgetHost } from './widget-host.ts';

/** What `createHost` joins. */
export interface HostPieces {
  readonly ports: PortRegistry;
  readonly problems: ProblemSink;
  readonly request: Request;
  readonly text: WidgetHost['text'];
  readonly ready?: WidgetHost['ready'];
  /** Epoch ms. */
  readonly now: () => number;
  /** Records an event that an element reports. */
  readonly track: <N extends EventName>(name: N, props: EventProps[N]) => unknown;
}

/** The host with what only `createCore` may touch. */
export interface HostRoom {
  readonly host: WidgetHost;
  /** Slots that somebody listens to. */
  readonly slots: Slots;
  /** Tells every listener that texts changed. */
  refresh(): void;
}

/** Counts who listens to which slot. */
function createSlots(onFailure: (cause: unknown) => void): Slots & { add(slot: string): () => void } {
  const counts = new Map<string, number>();
  const changes = createSubscribable<void>(onFailure);
  const count = (slot: string, by: number): void => {
    const next = (counts.get(slot) ?? 0) + by;
    if (next) counts.set(slot, next);
    else counts.delete(slot);
    if (next === 0 || (next === 1 && by === 1)) changes.tell();
  };
  return {
    isMounted: (slot) => counts.has(slot),
    mounted: () => [...counts.keys()],
    onChange: changes.add,
    add(slot) {
      let added = true;
      count(slot, 1);
      return () => {
        if (added) count(slot, -1);
        added = false;
      };
    },
  };
}

/** Joins every feature's views and signals into the one host that elements know. */
export function createHost(options: HostPieces): HostRoom {
  const { ports, problems, text, ready, request, now } = options;
  const report = (key: string) => (cause: unknown) =>
    problems.report({ code: 'host-failed', message: key, key, cause });
  const slots = createSlots(report('slots'));
  const refreshed = createSubscribable<void>(report('refresh'));
  const host: WidgetHost = {
    read(slot) {
      for (const source of ports.use(viewSourcePort)) {
        const view = source.read(slot);
        if (view) return view;
      }
      return null;
    },
    subscribe(slot, listener) {
      const tell = (): void => {
        try {
          listener();
        } catch (cause) {
          report(slot)(cause);
        }
      };
      const stops = ports.use(viewSourcePort).map((source) => source.subscribe(slot, tell));
      stops.push(refreshed.add(tell), slots.add(slot));
      return () => {
        for (const stop of stops) stop();
      };
    },
    report(signal) {
      if (signal.type === 'event') {
        options.track(signal.name, signal.props);
        return;
      }
      for (const source of ports.use(viewSourcePort)) source.report(signal);
      for (const hear of ports.use(signalPort)) hear(signal.type, signal.campaignId);
    },
    request,
    text,
    ready,
    now,
  };
  return { host, slots, refresh: refreshed.tell };
}
