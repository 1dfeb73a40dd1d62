import { createHash } from 'node:crypto';
import type { CryptoKey } from 'jose';

/** The secret as a key, imported once, with a public name that tells nothing of it. */
export interface TokenKey {
  /** `kid` of our tokens. */
  readonly id: string;
  readonly key: Promise<CryptoKey>;
}

/** Makes the key that signs our tokens. */
export function createTokenKey(secret: string): TokenKey {
  const bytes = new TextEncoder().encode(secret);
  const key = crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);
  // An empty secret rejects when a token is asked for, not as an unhandled rejection at start.
  key.catch(() => undefined);
  return {
    id: createHash('sha256').update(`kid:${secret}`).digest('base64url').slice(0, 8),
    key,
  };
}
