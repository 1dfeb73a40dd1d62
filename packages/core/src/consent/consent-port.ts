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
