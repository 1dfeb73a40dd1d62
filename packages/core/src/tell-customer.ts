import { attentionPort } from './campaigns/attention.ts';
import type { CorePieces } from './create-pieces.ts';
import { customerPort } from './journey/customer-port.ts';
import { NOW } from './journey/place-in-session.ts';
import { openTabChannel, type PostHint } from './journey/tab-channel.ts';
import { hashText } from './lib/hash.ts';
import { emptyProfile } from './rules/profile.ts';
import type { RowRange, Rows } from './storage/rows.ts';

/**
 * Keys in `kv` of who was signed in, by the purposes under which something personal is kept: a hash of the person's name in
 * the token; `false`: nobody.
 */
const signedIn = ['functional/signed-in', 'personalization/signed-in'] as const;

/** The one that may be kept; none without such a purpose. */
const keyFor = ({ consent: { allows } }: CorePieces): string | undefined =>
  allows('functional') ? signedIn[0] : allows('personalization') ? signedIn[1] : undefined;

/** Rows of lists that are one person's: what they saved, and what they made of each strategy. */
const personalRows: readonly RowRange[] = [
  { from: 'functional/wishlist', to: 'functional/wishlist' },
  { from: 'personalization/', to: 'personalization/\uffff' },
];

/** Games under way and what they won: the server keeps it for the person, who finds it after signing in. */
const plays: RowRange = { from: 'necessary/play:', to: 'necessary/play:\uffff' };

type Person = string | null;

/** What tabs tell each other of the customer; one channel a page. */
const channels = new WeakMap<object, PostHint<{ readonly person: Person }>>();

/** A short word for the person that a token names: its subject, or the whole token where it has none. */
function personOf(token: Person): Person {
  if (token === null) return null;
  let subject: unknown;
  try {
    const text = token.split('.')[1] ?? '';
    ({ sub: subject } = JSON.parse(atob(text.replace(/-/g, '+').replace(/_/g, '/'))));
  } catch {
    // Another kind of token: it is its own name.
  }
  return hashText(String(subject ?? token)).toString(36);
}

/** Nothing of one person may be shown to the next: profile and lists are emptied, and with them conditions. */
async function clearPerson(pieces: CorePieces): Promise<void> {
  const { storage, journey, consent } = pieces;
  await journey.flush();
  if (keyFor(pieces))
    await storage.base.run(
      ['profile', 'feature', 'play'],
      'readwrite',
      async ({ profile, feature, play }) => {
        if (consent.allows('personalization')) await profile.put(emptyProfile, NOW);
        for (const range of personalRows) await feature.delete(range);
        await play.delete(plays);
      },
    );
  await journey.flush(true);
}

/** Signed out, or another person, in another tab: this one lets go of its token at once. */
function followTabs(pieces: CorePieces): PostHint<{ readonly person: Person }> {
  const { credentials, ports, journey, signal } = pieces;
  const known = channels.get(credentials);
  if (known) return known;
  const hear = (person: unknown): void => {
    if (credentials.person === undefined || credentials.person === person) return;
    credentials.person = null;
    credentials.customer = null;
    for (const tell of ports.use(customerPort)) tell(false);
    void journey.flush(true);
  };
  const post = openTabChannel<{ readonly person: Person }>(
    `regulars-customer/${ports.use(attentionPort)[0]?.key}`,
    (hint) => hear(Object(hint).person),
    signal,
  );
  channels.set(credentials, post);
  // A page that comes back may have missed the word.
  addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) void readPerson(pieces).then((person) => person !== undefined && hear(person));
    },
    { signal },
  );
  return post;
}

/** What is kept under either key. */
const readKept = async ({ kv }: { readonly kv: Rows }): Promise<string | boolean | undefined> => {
  const [one, other] = await Promise.all(signedIn.map((key) => kv.get<string | boolean>(key)));
  return one ?? other;
};

/** Who was signed in by what is kept; `undefined`: not kept, or nothing was. */
async function readPerson(pieces: CorePieces): Promise<Person | undefined> {
  if (!keyFor(pieces)) return undefined;
  const kept = await pieces.storage.base.run(['kv'], 'readonly', readKept);
  return typeof kept === 'string' ? kept : kept === false ? null : undefined;
}

/**
 * Signed in or out, told once: the shop says it on every page. When somebody signs out or another person signs in,
 * everything personal goes, here and in the other tabs.
 */
export async function tellCustomer(pieces: CorePieces, isSignedIn: boolean): Promise<void> {
  const { storage, journey, credentials } = pieces;
  const person = isSignedIn ? personOf(credentials.customer) : null;
  const post = followTabs(pieces);
  const onPage = credentials.person;
  credentials.person = person;
  await journey.ready();
  // Without leave to remember it, each page tells that somebody is signed in.
  const key = keyFor(pieces);
  const kept =
    key &&
    (await storage.base.run(['kv'], 'readwrite', async (rows) => {
      const before = await readKept(rows);
      if ((await rows.kv.get(key)) !== (person ?? false)) await rows.kv.put(person ?? false, key);
      return before;
    }));
  const before = onPage ?? (kept || null);
  if (before === person) return;
  post({ person });
  // `true` was kept by scripts that did not tell persons apart.
  if (before !== null && before !== true) await clearPerson(pieces);
  if (!isSignedIn || before === null)
    journey.track(isSignedIn ? 'customer_identified' : 'customer_signed_out', {});
  else journey.track('customer_identified', {});
}
