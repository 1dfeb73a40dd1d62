/** Names a port and carries its type; rooms to the left declare it, rooms to the right provide it. */
export interface PortKey<T> {
  readonly name: string;
  /** Never set: only carries the type. */
  readonly of?: T;
}

/** Holds what the parts provide to each other, so that no part imports another. */
export interface PortRegistry {
  /** Adds a provider; returns its removal. */
  provide<T>(key: PortKey<T>, provider: T): () => void;
  /** All providers in the order they came. */
  use<T>(key: PortKey<T>): readonly T[];
}

/** Builds an empty registry. */
export function createPortRegistry(): PortRegistry {
  const providers = new Map<string, unknown[]>();
  return {
    provide(key, provider) {
      const list = [...(providers.get(key.name) ?? []), provider];
      providers.set(key.name, list);
      return () => {
        providers.set(
          key.name,
          (providers.get(key.name) ?? []).filter((one) => one !== provider),
        );
      };
    },
    // The map is filled by `provide` alone, whose key carries the type.
    use: <T>(key: PortKey<T>) => (providers.get(key.name) ?? []) as readonly T[],
  };
}
