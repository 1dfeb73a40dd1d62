import type { PulledAttribute, PulledFacts } from '@regulars/schema';
import type { ServerContext } from '../../context.ts';
import type { Actor } from '../../rewards/play.ts';
import { readTier } from '../../rewards/tiers.ts';
import { readAsked } from './asked.ts';
import { type Attributes, readBooks, readStored, splitBand } from './read-attributes.ts';
import { readShown } from './read-shown.ts';

/** Who the visitor is to the shop: known or not, and by an id of ours. */
async function readIdentity(context: ServerContext, personId: string): Promise<Attributes> {
  const rows = await context.db.query<{ customer_id: string | null }>(
    'select customer_id from person where id = $1',
    [personId],
  );
  const at = context.now();
  const isKnown = (rows[0]?.customer_id ?? null) !== null;
  return {
    known: { value: isKnown, at },
    // Never the shop's own id: some shops use addresses.
    ...(isKnown && { id: { value: personId, at } }),
  };
}

async function readOwnTier(context: ServerContext, actor: Actor): Promise<Attributes> {
  const tier = await readTier(context.db, context, actor);
  return tier?.current ? { tier: { value: tier.current.id, at: context.now() } } : {};
}

/**
 * What the published campaigns ask of a person, and what its other devices saw. The shop's word comes before our own count.
 */
export async function readFacts(context: ServerContext, actor: Actor): Promise<PulledFacts> {
  const { names, scoped } = readAsked(context);
  const { personId } = actor;
  const { db } = context;
  const stored = names.size > 0 ? await readStored(db, personId) : {};
  const attributes: Record<string, PulledAttribute> = {
    ...(names.size > 0 ? await readIdentity(context, personId) : {}),
    ...(names.has('tier') ? await readOwnTier(context, actor) : {}),
    ...(['orders', 'lifetimeValue', 'tenureDays'].some((name) => names.has(name))
      ? await readBooks(db, personId, context.now())
      : {}),
    ...splitBand(stored),
    ...stored,
  };
  return {
    attributes: Object.fromEntries(Object.entries(attributes).filter(([name]) => names.has(name))),
    shown: await readShown(db, actor, scoped),
  };
}
