import { scrypt, timingSafeEqual } from 'node:crypto';

// OWASP's figures for scrypt: 2^16 · 8 · 2 needs 64 MiB, about 0.2 s.
const COST = { N: 2 ** 16, r: 8, p: 2, maxmem: 128 * 1024 * 1024 };
const KEY_BYTES = 32;

/** Hashes a password with a salt; the text carries its own figures. */
export async function hashPassword(password: string, salt: Uint8Array): Promise<string> {
  const key = await derive(password, salt);
  return `scrypt$${COST.N}$${COST.r}$${COST.p}$${Buffer.from(salt).toString('base64url')}$${key.toString('base64url')}`;
}

/** Whether a password fits a hash. A missing hash costs the same time, so that names cannot be guessed by the clock. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [, , , , salt = '', expected = ''] = hash?.split('$') ?? [];
  const key = await derive(password, Buffer.from(salt, 'base64url'));
  const known = Buffer.from(expected, 'base64url');
  return known.length === key.length && timingSafeEqual(known, key);
}

function derive(password: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, COST, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
