import type { Regulars } from 'regulars';

declare global {
  /** The instance (or, before it arrives, the stub) on a page under test. */
  var regulars: Partial<Regulars> | undefined;
}
