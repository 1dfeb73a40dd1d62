import { jwtVerify } from 'jose';

/**
 * Checks an early-access token that the SDK gave the shop's page: the id of the person, or `null` when it opens nothing.
 * Never throws.
 */
export async function verifyEntitlement(
  token: string,
  options: {
    /** The server's `secrets.webhook`. */
    readonly secret: string;
    /** Id of the door in `program.json`. */
    readonly id: string;
    /** Epoch ms (default `Date.now`). */
    readonly now?: (() => number) | undefined;
  },
): Promise<string | null> {
  const { secret, id, now = Date.now } = options;
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience: `early-access:${id}`,
      currentDate: new Date(now()),
      requiredClaims: ['sub', 'exp'],
    });
    return payload.sub ?? null;
  } catch {
    return null; // Foreign, changed, old or for another door: all the same.
  }
}
