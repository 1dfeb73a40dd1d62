/** A port's name, which carries its type; rooms to the left declare it, rooms to the right provide it. */
export type PortKey<T> = string & {
  /** As of every text: without it nothing but a key would be one. */
  readonly length: number;
  /** Never set: only carries the type. */
  readonly of?: T;
};

/** Holds what the parts provide to each other, so that no part imports another. */
export interface PortRegistry {
  /** Adds a provider; returns its removal. */
  provide<T>(key: PortKey<T>, provider: T): () => void;
  /** All providers in the order they came. */
  use<T>(key: PortKey<T>): readonly T[];
}

/** Builds an empty registry. */
export function createPortRegistry(): PortRegistry {
  const providers = new Map<string, Set<unknown>>();
  return {
    provide(key, provider) {
      const all = providers.get(key) ?? new Set();
      providers.set(key, all.add(provider));
      return () => void all.delete(provider);
    },
    // The map is filled by `provide` alone, whose key carries the type.
    use: <T>(key: PortKey<T>) => [...(providers.get(key) ?? [])] as readonly T[],
  };
}
