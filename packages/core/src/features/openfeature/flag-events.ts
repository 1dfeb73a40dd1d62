import type { Provider } from '@openfeature/web-sdk';

/** What a provider tells its clients by. */
export type FlagEvents = NonNullable<Provider['events']>;
type Handler = Parameters<FlagEvents['addHandler']>[1];

/** Builds an emitter. The SDK alone listens: by a handler of its own for each type, which never throws. */
export function createFlagEvents(): FlagEvents {
  const types = new Map<Handler, string>();
  const events: FlagEvents = {
    getHandlers: (type) => [...types].flatMap(([handler, on]) => (on === type ? handler : [])),
    emit(type, details) {
      // The SDK adds the provider's name.
      for (const handler of events.getHandlers(type)) handler(details as Parameters<Handler>[0]);
    },
    addHandler: (type, handler) => void types.set(handler, type),
    removeHandler: (_, handler) => void types.delete(handler),
    // Whatever the type: the SDK asks for all.
    removeAllHandlers: () => types.clear(),
    setLogger: () => events,
  };
  return events;
}
