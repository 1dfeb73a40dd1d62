import { jwtVerify, SignJWT } from 'jose';

/** A shopper of the demo; there is nothing to guess and nothing to lose. */
export interface Customer {
  readonly id: string;
  readonly name: string;
}

/** The demo's shoppers. */
export const customers: readonly (Customer & { readonly note: 'demoAna' | 'demoBoris' | 'demoNoa' })[] = [
  { id: 'customer-ana', name: 'Ana', note: 'demoAna' },
  { id: 'customer-boris', name: 'Boris', note: 'demoBoris' },
  { id: 'customer-noa', name: 'Noa', note: 'demoNoa' },
];

/** Signs and checks who is signed in: a long token for the shop's own cookie, a short one for Regulars. */
export interface CustomerTokens {
  sign(customerId: string, use: 'session' | 'customer'): Promise<string>;
  /** `null` when the token proves nothing. Never throws. */
  verify(
    token: string,
    use: 'session' | 'customer',
  ): Promise<{ customerId: string; expiresAt: number } | null>;
}

/** Creates the signer; times come from `now`, epoch ms. */
export function createCustomerTokens(secret: string, now: () => number): CustomerTokens {
  const key = new TextEncoder().encode(secret);
  const lifeSeconds = { session: 30 * 86_400, customer: 600 };
  return {
    async sign(customerId, use) {
      const issued = Math.floor(now() / 1000);
      return new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(customerId)
        .setAudience(use)
        .setIssuedAt(issued)
        .setExpirationTime(issued + lifeSeconds[use])
        .sign(key);
    },
    async verify(token, use) {
      try {
        const options = { audience: use, algorithms: ['HS256'], currentDate: new Date(now()) };
        const { payload } = await jwtVerify(token, key, options);
        const known = customers.some((customer) => customer.id === payload.sub);
        if (!known || payload.sub === undefined || payload.exp === undefined) return null;
        return { customerId: payload.sub, expiresAt: payload.exp * 1000 };
      } catch {
        return null; // Foreign, changed or old: all the same to us.
      }
    },
  };
}

/** A customer by id. */
export function findCustomer(id: string | undefined): Customer | undefined {
  return customers.find((customer) => customer.id === id);
}
