import type { Problem } from '@regulars/schema';
import type { Connection } from './connection.ts';

/** The server said no: its reason, and what it told besides. */
export class ServerRefusal extends Error {
  override readonly name = 'ServerRefusal';
  readonly reason: string;
  readonly answer: Readonly<Record<string, unknown>>;

  constructor(reason: string, answer: Readonly<Record<string, unknown>>) {
    super(sentences[reason] ?? `The server refused: ${reason}.`);
    this.reason = reason;
    this.answer = answer;
  }

  /** What is wrong with the document that was sent. */
  get problems(): readonly Problem[] {
    const { problems } = this.answer;
    return Array.isArray(problems) ? problems : [];
  }
}

const sentences: Readonly<Record<string, string>> = {
  'token-invalid':
    'The token is unknown or too old: make a new one on the operator page and run regulars login.',
  'not-eligible': 'Your role does not allow this. Ask an administrator for another one.',
  'second-person': 'Somebody else has to publish this draft: this server wants a second person.',
  'not-found': 'There is nothing of that name on the server.',
  'rate-limited': 'Too many calls at once. Wait a minute, then try again.',
  unavailable: 'The server could not answer. Try again in a moment; its log says why.',
  'document-invalid': 'The document has mistakes and was not taken.',
};

/**
 * Asks the server for JSON.
 * @throws ServerRefusal when it says no; an error with the cure when it cannot be reached or is none of ours.
 */
export async function askServer<T>(
  { url, token }: Connection,
  path: string,
  { method = 'GET', body }: { readonly method?: string; readonly body?: object } = {},
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`${url}/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new Error(`${url} does not answer. Is the server running, and the address right?`, { cause });
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer as T;
  const fields = Object(answer) as Readonly<Record<string, unknown>>;
  if (typeof fields.reason === 'string') throw new ServerRefusal(fields.reason, fields);
  throw new Error(
    `${url} is no Regulars server (it answered ${response.status}). Its address ends as the option basePath says.`,
  );
}
