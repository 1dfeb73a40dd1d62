import type { ActionResults } from '@regulars/schema';
import type { PartContext } from '../journey/part.ts';
import { credentialsPort } from '../lib/credentials.ts';
import { hashText } from '../lib/hash.ts';
import { keyed } from '../storage/keyed-store.ts';
import type { FactValue } from './fact-source.ts';

type Answer = ActionResults['facts'];
type Attributes = Answer['attributes'];

/** An answer as it is kept: `at` and `gotAt` are of two clocks, and only differences within each are used. */
interface Kept<T> {
  readonly what: T;
  /** Server time of the answer, epoch ms. */
  readonly at: number;
  /** Device time of the answer, epoch ms. */
  readonly gotAt: number;
  /** Mark of the customer it was told of; `null`: nobody was signed in. */
  readonly who: number | null;
}

/** What the backend said last of the visitor, in memory and where consent lets it be kept. */
export interface FactsShelf {
  /** Whether nothing needs to be asked. */
  isFresh(part: 'attributes' | 'shown'): boolean;
  /** Reads what an earlier page kept. */
  open(): Promise<void>;
  /** Keeps an answer of server time `at`, epoch ms. */
  put(answer: Answer, at: number): Promise<void>;
  clear(): Promise<void>;
  /** Attributes as facts, with the ages that conditions may ask. */
  facts(): Readonly<Record<string, FactValue>>;
  /** How old an attribute is, ms; by its name with `customer.`. */
  ageMs(attr: string): number | undefined;
  /** What other devices saw, by campaign; `undefined`: not known. */
  shown(): Answer['shown'] | undefined;
}

/** After so long an answer is asked for anew, ms. */
const freshMs = 3_600_000;
const hourMs = 3_600_000;
const name = 'facts';

/** Age of a value now, ms; a clock that was set back makes nothing younger than the answer said. */
const ageOf = ({ at, gotAt }: Kept<unknown>, valueAt: number, now: number): number =>
  Math.max(0, at - valueAt) + Math.max(0, now - gotAt);

/** Attributes as facts, with the ages that conditions may ask. */
function factsOf(kept: Kept<Attributes>, now: number): Readonly<Record<string, FactValue>> {
  const all = Object.entries(kept.what);
  const ages = all.map(([key, { at }]) => [key, ageOf(kept, at, now) / hourMs] as const);
  return {
    ...Object.fromEntries(all.map(([key, { value }]) => [`customer.${key}`, value])),
    ...Object.fromEntries(ages.map(([key, hours]) => [`customer.ageHours.${key}`, hours])),
    ...(ages.length && { 'customer.factsAgeHours': Math.max(...ages.map(([, hours]) => hours)) }),
  };
}

/** Builds the shelf. Two rows under two purposes: attributes serve personalization, counts keep caps. */
export function createFactsShelf({ storage, consent, now, ports }: PartContext): FactsShelf {
  const who = (): number | null => {
    const token = ports.use(credentialsPort)[0]?.credentials.customer;
    return token ? hashText(token) : null;
  };
  const stores = {
    attributes: keyed(storage, 'kv', 'personalization'),
    shown: keyed(storage, 'kv', 'functional'),
  };
  let attributes: Kept<Attributes> | undefined;
  let shown: Kept<Answer['shown']> | undefined;
  // What was told of another customer of this browser is nobody's business.
  const own = <T>(
    kept: Kept<T> | undefined,
    purpose: 'personalization' | 'functional',
  ): Kept<T> | undefined => (kept?.who === who() && consent.allows(purpose) ? kept : undefined);
  const ownAttributes = (): Kept<Attributes> | undefined => own(attributes, 'personalization');
  return {
    isFresh(part) {
      const one = { attributes, shown }[part];
      return one?.who === who() && now() >= one.gotAt && now() - one.gotAt < freshMs;
    },
    async open() {
      attributes ??= await stores.attributes.get(name);
      shown ??= await stores.shown.get(name);
    },
    async put(answer, at) {
      const mark = { at, gotAt: now(), who: who() };
      if (consent.allows('personalization')) attributes = { ...mark, what: answer.attributes };
      if (consent.allows('functional')) shown = { ...mark, what: answer.shown };
      await stores.attributes.set(name, attributes);
      await stores.shown.set(name, shown);
    },
    async clear() {
      attributes = undefined;
      shown = undefined;
      await stores.attributes.delete(name);
      await stores.shown.delete(name);
    },
    facts() {
      const kept = ownAttributes();
      return kept ? factsOf(kept, now()) : {};
    },
    ageMs(attr) {
      const kept = ownAttributes();
      const found = kept?.what[attr.replace(/^customer\./, '')];
      return kept && found && ageOf(kept, found.at, now());
    },
    shown: () => own(shown, 'functional')?.what,
  };
}
