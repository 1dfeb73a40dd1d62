import type { HandlerOptions } from './options.ts';
import { ServerError } from './server-error.ts';

const SECRET_MIN_CHARS = 32;

/** Refuses options that would be dangerous or could not work, in one sentence with the cure. */
export function checkOptions(options: HandlerOptions): void {
  if (!/^(\/[\w.-]+)*\/?$/.test(options.basePath)) {
    throw new ServerError('bad-options', `basePath "${options.basePath}" must look like "/regulars".`);
  }
  const webhooks = options.webhooks ?? [];
  for (const { id, url } of webhooks) {
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '') || !/^[\w-]{1,64}$/.test(id)) {
      throw new ServerError('bad-options', `The webhook "${id}" needs a short id and an http(s) address.`);
    }
  }
  if (new Set(webhooks.map(({ id }) => id)).size < webhooks.length) {
    throw new ServerError('bad-options', 'Two webhooks have one id: the log could not tell them apart.');
  }
  if ((options.environment ?? process.env.NODE_ENV) !== 'production') return;
  for (const { key, origins } of options.keys) {
    if (/demo/i.test(key)) {
      throw unsafe(`the write key "${key}" is the demo's: make your own`);
    }
    if (origins.includes('*')) {
      throw unsafe(`the write key "${key}" may be used from any page: list your shop's origins`);
    }
  }
  for (const { id, url } of webhooks) {
    if (!url.startsWith('https:')) throw unsafe(`the webhook "${id}" is not sent over https`);
  }
  const own = [
    ...webhooks.map(({ id, secret }) => [`webhook ${id}`, secret] as const),
    ...(options.apiKeys ?? []).map(({ name, key }) => [`API key ${name}`, key] as const),
  ];
  for (const [name, secret] of [...Object.entries(options.secrets), ...own]) {
    if (/demo/i.test(secret) || secret.length < SECRET_MIN_CHARS) {
      throw unsafe(`the secret "${name}" is the demo's or shorter than ${SECRET_MIN_CHARS} characters`);
    }
  }
}

function unsafe(what: string): ServerError {
  return new ServerError('unsafe-production', `The server does not start with NODE_ENV=production: ${what}.`);
}
