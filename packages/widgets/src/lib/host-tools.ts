import { guardHost } from './guard-host.ts';
import { place } from './placement.ts';

export { guardHost, place };

/** What an element needs of a host: finding and following it, and making it harmless. */
export interface HostTools {
  readonly guardHost: typeof guardHost;
  readonly place: typeof place;
}
