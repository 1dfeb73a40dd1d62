/** Posts a question and reads the answer. `null`: it has none (204). Rejects on network failure, on another status than 2xx, and without JSON. */
export async function askBackend(
  url: string,
  init: { readonly headers?: Readonly<Record<string, string>>; readonly body: unknown },
  signal: AbortSignal,
): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...init.headers },
    body: JSON.stringify(init.body),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal,
  });
  if (!response.ok) throw new Error(`the ranking backend answered ${response.status}`);
  return response.status === 204 ? null : response.json();
}

/** Ids of an answer's list, in its order. Throws where there is no list. */
export function itemsOf(answer: unknown, list: string, id = 'id'): readonly { readonly id: string }[] {
  const found = Object(answer)[list];
  if (!Array.isArray(found)) throw new TypeError(`the ranking backend gave no ${list}`);
  return found.flatMap((one) => (Object(one)[id] === undefined ? [] : [{ id: String(one[id]) }]));
}
