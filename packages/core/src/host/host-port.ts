import type { EventName, EventProps } from '@regulars/schema';
import type { ActionPort } from '../features/action-port.ts';
import type { ShopBridge } from '../features/shop-bridge.ts';
import type { Credentials } from '../lib/credentials.ts';
import type { PortKey } from '../lib/port-registry.ts';
import type { Messages } from './messages.ts';
import type { WidgetHost } from './widget-host.ts';

/** Options of `createCore` that the host part works with. */
export interface HostOptions {
  /** Public write key. */
  readonly key: string;
  readonly actions?: ActionPort | undefined;
  readonly shop?: ShopBridge | undefined;
  /** Name of the attention database that all instances of an origin share. Default `regulars-attention`. */
  readonly attention?: string | undefined;
  /**
   * Built-in texts by locale and first word of the key (`tour` of `tour.next`); may load. Default: none, `text(key)`
   * answers the key.
   */
  readonly texts?: ((locale: string, kind: string) => Messages | Promise<Messages>) | undefined;
}

/** What the core lends to its host part. */
export interface HostSetup {
  readonly options: HostOptions;
  /** Records an event of the shop or of an element. */
  track<N extends EventName>(name: N, props: EventProps[N]): string | null;
  readonly credentials: Credentials;
  identify(token: string | null): void;
}

/** Provided by the core; rooms to the left know it as `credentialsPort`. */
export const hostSetupPort: PortKey<HostSetup> = 'host-setup';

/** Provided by the host part. */
export const hostPort: PortKey<WidgetHost> = 'host';
