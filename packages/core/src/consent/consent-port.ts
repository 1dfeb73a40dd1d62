import type { ConsentPurpose } from '@regulars/schema';

/** What the visitor allowed, as the shop's source says; `pending` until told on every page. */
export interface ConsentGate {
  state(): 'pending' | 'answered';
  /** `necessary` always; others when granted. */
  allows(purpose: ConsentPurpose): boolean;
  granted(): readonly ConsentPurpose[];
  /** Runs after each change; returns its stop. */
  subscribe(listener: () => void): () => void;
}

/** The gate with the shop's hand on it. */
export interface ConsentControl extends ConsentGate {
  /**
   * The shop's answer: purposes granted, `[]` for a no, `null` for not answered. Unknown words are left
   * out, and `marketing` where the browser says Global Privacy Control.
   */
  set(granted: readonly ConsentPurpose[] | null): void;
}
