/** One request as the test runner's backend saw it. */
export interface SeenRequest {
  readonly path: string;
  readonly method: string;
  readonly type: string;
  readonly encoding: string;
  readonly cookie: string;
  readonly referrer: string;
  readonly etag: string;
  readonly body: string;
}

/** How the backend answers: status, body, headers; or it hangs (ms), cuts the line, or rejects the first event. */
export interface FakeMood {
  readonly status?: number;
  readonly body?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly hang?: number;
  readonly cut?: boolean;
  readonly picky?: boolean;
}

/** A backend of its own for one test, served by the runner's middleware; a real endpoint, so beacons reach it too. */
export function openFakeBackend(): {
  readonly url: string;
  setMood(mood: FakeMood): Promise<void>;
  log(): Promise<readonly SeenRequest[]>;
} {
  const url = `/fake-backend/${crypto.randomUUID()}`;
  return {
    url,
    setMood: async (mood) => {
      await fetch(`${url}/mood`, { method: 'PUT', body: JSON.stringify(mood) });
    },
    log: async () => (await fetch(`${url}/log`)).json(),
  };
}
