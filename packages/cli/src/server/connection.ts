import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CommandInput, UsageError } from '../commands/command.ts';

/** Where the server is and what signs us in. */
export interface Connection {
  /** Base address, without a slash at its end. */
  readonly url: string;
  readonly token: string;
}

/** File that `regulars login` writes: one sign-in, readable by its owner alone. */
export function loginFile(env: NodeJS.ProcessEnv = process.env): string {
  const folder =
    env.REGULARS_CONFIG_DIR ??
    (process.platform === 'win32' && env.APPDATA
      ? join(env.APPDATA, 'regulars')
      : join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'regulars'));
  return join(folder, 'login.json');
}

/** Keeps a sign-in. */
export async function keepLogin(connection: Connection): Promise<string> {
  const file = loginFile();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(connection, null, 2)}\n`, { mode: 0o600 });
  return file;
}

/**
 * The server of a call: `--url` and `REGULARS_TOKEN`, else the last `regulars login`.
 * @throws UsageError when nobody signed in.
 */
export async function readConnection(options: CommandInput['options']): Promise<Connection> {
  const kept = await readFile(loginFile(), 'utf8').then(
    (text): Partial<Connection> => Object(JSON.parse(text)),
    () => ({}) as Partial<Connection>,
  );
  const { REGULARS_URL, REGULARS_TOKEN } = process.env;
  const url = text(options.url) ?? REGULARS_URL ?? kept.url;
  const token = text(options.token) ?? REGULARS_TOKEN ?? kept.token;
  if (!url || !token) {
    throw new UsageError(
      'Sign in first: regulars login ADDRESS --token TOKEN. The operator page makes the token under "Your account".',
    );
  }
  return { url: baseOf(url), token };
}

/** The address with its protocol and without a slash at the end. */
export function baseOf(url: string): string {
  const whole = /^https?:\/\//.test(url) ? url : `https://${url}`;
  if (!URL.canParse(whole)) throw new UsageError(`${url} is no address.`);
  return whole.replace(/\/+$/, '');
}

const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Options of every command that asks the server. */
export const connectionOptions = {
  url: { type: 'string', help: 'address of the server (default: that of regulars login, or REGULARS_URL)' },
  token: { type: 'string', help: 'token (default: that of regulars login, or REGULARS_TOKEN)' },
} as const;
