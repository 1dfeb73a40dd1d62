import { type ConsentSource, type PurposeMap, purposesOf } from './consent-source.ts';

/** Signals of Google consent mode by purpose. */
export const googlePurposes: PurposeMap = {
  functional: ['functionality_storage'],
  analytics: ['analytics_storage'],
  personalization: ['personalization_storage'],
  marketing: ['ad_storage', 'ad_user_data', 'ad_personalization'],
};

/** How Google consent mode is read. */
export interface GoogleConsentOptions {
  readonly map?: PurposeMap;
  /**
   * A `default` without an `update` is an answer too (default `false`: pending). A default that refuses wins over one
   * that grants, because for which region each was written is known to Google alone.
   */
  readonly trustDefaults?: boolean;
  /** Name of the array on `window` (default `dataLayer`). */
  readonly layer?: string;
}

/**
 * Follows `gtag('consent', 'default' | 'update', signals)`: entries that stand in the array and those to come. A signal
 * that no `update` named is not granted. Source: Google, "Set up consent mode on websites".
 */
export function googleConsent({
  map = googlePurposes,
  trustDefaults = false,
  layer: name = 'dataLayer',
}: GoogleConsentOptions = {}): ConsentSource {
  return (tell) => {
    const found: unknown = Reflect.get(globalThis, name);
    const layer: unknown[] = Array.isArray(found) ? found : [];
    if (layer !== found) Reflect.set(globalThis, name, layer);
    const defaults: Record<string, boolean> = {};
    const updates: Record<string, boolean> = {};
    let stopped = false;
    /** Whether the entry answers. */
    const take = (entry: unknown): boolean => {
      const { 0: command, 1: kind, 2: signals } = Object(entry) as readonly unknown[];
      const isUpdate = kind === 'update';
      if (stopped || command !== 'consent' || !(isUpdate || (kind === 'default' && trustDefaults)))
        return false;
      for (const [signal, value] of Object.entries(Object(signals))) {
        if (isUpdate) updates[signal] = value === 'granted';
        else defaults[signal] = (defaults[signal] ?? true) && value === 'granted';
      }
      return true;
    };
    const answer = (): void =>
      tell(purposesOf(map, (signal) => updates[signal] ?? defaults[signal] ?? false));
    const original = layer.push;
    const ours: typeof original = (...entries) => {
      const length = original.apply(layer, entries);
      if (entries.map(take).includes(true)) answer();
      return length;
    };
    if (layer.map(take).includes(true)) answer();
    layer.push = ours;
    return () => {
      stopped = true;
      // Somebody may have wrapped ours since; then it stays in their chain.
      if (layer.push === ours) layer.push = original;
    };
  };
}
