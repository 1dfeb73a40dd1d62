import { jwtVerify, SignJWT } from 'jose';

const AUDIENCE = 'regulars-customer';
const LIFE_MS = 10 * 60_000;

/** Who is signed in at the shop. */
export interface CustomerToken {
  readonly customerId: string;
  /** `YYYY-MM-DD`; only games with an age gate need it. */
  readonly birthDate?: string | undefined;
}

interface TokenOptions {
  /** A secret of the shop's own, 32 characters at least; Regulars never learns it. */
  readonly secret: string;
  /** Epoch ms (default `Date.now`). */
  readonly now?: (() => number) | undefined;
}

/** Signs who is signed in, for the browser to show Regulars; good for ten minutes. */
export function signCustomerToken(
  customer: CustomerToken,
  { secret, now = Date.now }: TokenOptions,
): Promise<string> {
  const { customerId, birthDate } = customer;
  const issued = Math.floor(now() / 1000);
  return new SignJWT({ ...(birthDate !== undefined && { birthDate }) })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(customerId)
    .setAudience(AUDIENCE)
    .setIssuedAt(issued)
    .setExpirationTime(issued + LIFE_MS / 1000)
    .sign(new TextEncoder().encode(secret));
}

/** The shop hook's other half: who a token of `signCustomerToken` proves, `null` for nobody. Never throws. */
export async function verifyCustomerToken(
  token: string,
  { secret, now = Date.now }: TokenOptions,
): Promise<(CustomerToken & { readonly expiresAt: number }) | null> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience: AUDIENCE,
      currentDate: new Date(now()),
      requiredClaims: ['sub', 'exp'],
    });
    const { sub = '', exp = 0, birthDate } = payload;
    return {
      customerId: sub,
      expiresAt: exp * 1000,
      ...(typeof birthDate === 'string' && { birthDate }),
    };
  } catch {
    return null; // Foreign, changed or old: all the same.
  }
}
