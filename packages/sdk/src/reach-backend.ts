import { httpActions, httpAdapter } from '@regulars/adapters';
import { type ActionPort, type Delivery, type DeliveryPort, deliverTo, tellDeletions } from '@regulars/core';

/** Where the backend is, and the public write key. */
export interface Wire {
  readonly endpoint: string;
  readonly key: string;
}

/** Delivery to the shop's own destinations, else to the backend. This file is a chunk of its own, fetched after the page's first decision. */
export function deliver(ports: readonly DeliveryPort[] | undefined, wire: Wire | undefined): Delivery {
  return tellDeletions(deliverTo(ports ?? (wire ? [httpAdapter(wire)] : [])));
}

/** Actions at the backend. */
export function act(wire: Wire): ActionPort {
  return httpActions(wire);
}
