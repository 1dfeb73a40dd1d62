import type { PortKey } from './port-registry.ts';

/** Who a page speaks for to its backend; one record for batches and actions. */
export interface Credentials {
  /** Proof of the signed-in customer; `null`: nobody is. */
  customer: string | null;
  /** Whom the token of this page named last; `null`: nobody. For what must go when it is another. */
  person?: string | null | undefined;
  /** The backend's word that the anonymous id is this device's, and the id it was given for. */
  visitor?: { readonly id: string; readonly token: string } | undefined;
}

/** Where parts find them: among what the core lends to its host part. */
export const credentialsPort: PortKey<{ readonly credentials: Credentials }> = 'host-setup';
