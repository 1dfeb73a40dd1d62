import type { Wallet, WalletEntry } from '@regulars/schema';
import type { ServerContext } from '../../context.ts';
import type { Queryable } from '../../db/database.ts';
import { labelFor } from '../play.ts';
import { readDebts } from './debt.ts';
import type { MovementKind } from './entry.ts';
import { lockPerson } from './lock-person.ts';
import type { StoredLot } from './lots.ts';
import { PERSONS } from './persons.ts';
import { settle } from './settle.ts';

const ENTRIES_MAX = 50;
/** Sources whose `order_id` is an order of the shop. */
const ORDER_SOURCES: readonly string[] = ['order', 'reversal', 'checkout'];

interface EntryRow {
  readonly id: string;
  readonly t: number;
  readonly points: number;
  readonly kind: MovementKind;
  readonly source: string;
  readonly order_id: string;
  readonly unit: string;
  readonly waiting: boolean;
}

/** Movements as their owner sees them: the parts of one payment together, and nothing that moved between own pockets. */
const ENTRIES = `select min(m.id) as id, max(m.t)::bigint as t, sum(p.points)::bigint as points, shown.kind, m.source, m.order_id, m.unit,
  bool_or(o.order_id is not null and p.account like 'pending:%' and (o.points_at is null or o.points_at > $2)) as waiting
from movement m
cross join lateral (select case when m.kind = 'owed' then 'reversed' else m.kind end as kind) as shown
join posting p on p.movement_id = m.id
  and p.account in ('person:' || m.person_id, 'pending:' || m.person_id, 'debt:' || m.person_id)
left join shop_order o on m.source = 'order' and o.order_id = m.order_id
where m.person_id in (${PERSONS})
group by shown.kind, m.source, m.unit, m.order_id, case when m.source = 'expiry' then m.t end
having sum(p.points) <> 0
order by max(m.seq) desc limit ${ENTRIES_MAX}`;

/** Brings a person's ledger up to now and folds its wallet, newest movements first. */
export async function readWallet(
  tx: Queryable,
  context: Pick<ServerContext, 'program' | 'campaigns' | 'now'>,
  personId: string,
  locale?: string,
): Promise<Wallet> {
  const now = context.now();
  const owner = await lockPerson(tx, personId);
  const lots = await settle(tx, context, owner, now);
  const entries = await tx.query<EntryRow>(ENTRIES, [owner, now]);
  const debts = await readDebts(tx, owner, 'points');
  const debt = debts.reduce((sum, { points }) => sum + points, 0);
  const { program } = context;
  const { spend, currency, cashback } = program;
  const free = sum(lots.filter((lot) => !lot.pending && lot.unit === 'points'));
  const negative = spend?.overspent === 'negative';
  return {
    points: negative ? free - debt : free,
    pending: sum(lots.filter((lot) => lot.pending && lot.unit === 'points')),
    ...(debt > 0 && !negative && { debt }),
    ...(cashback && {
      credit: { value: sum(lots.filter((lot) => !lot.pending && lot.unit === currency)), currency },
    }),
    ...nextOf(lots),
    ...(spend?.checkout && {
      worth: { points: spend.checkout.points, value: { value: spend.checkout.value, currency } },
    }),
    ways: program.earn.flatMap(({ id, label }) =>
      label ? [{ id, label: labelFor(label, locale, context.campaigns.fallbackLocales) }] : [],
    ),
    entries: entries.map(toEntry),
  };
}

const sum = (lots: readonly StoredLot[]): number => lots.reduce((total, { points }) => total + points, 0);

/** What ends first, and what becomes available first. */
function nextOf(lots: readonly StoredLot[]): Pick<Wallet, 'nextExpiry' | 'nextRelease'> {
  const points = lots.filter(({ unit }) => unit === 'points');
  const ends = points.flatMap((lot) => (lot.pending || lot.expiresAt === null ? [] : [lot.expiresAt]));
  const at = ends.length > 0 ? Math.min(...ends) : null;
  const waiting = points.filter(({ pending }) => pending);
  const dated = waiting.flatMap(({ availableAt }) => (availableAt === null ? [] : [availableAt]));
  const soon = dated.length > 0 ? Math.min(...dated) : null;
  return {
    ...(at !== null && { nextExpiry: { points: sum(points.filter((lot) => lot.expiresAt === at)), at } }),
    ...(waiting.length > 0 && {
      nextRelease: {
        points: sum(waiting.filter((lot) => lot.availableAt === soon)),
        ...(soon !== null && { at: soon }),
      },
    }),
  };
}

function toEntry({ id, t, points, kind, source, order_id, unit, waiting }: EntryRow): WalletEntry {
  return {
    id,
    t,
    points,
    kind: kind === 'earned' && waiting ? 'pending' : (kind as WalletEntry['kind']),
    ...(ORDER_SOURCES.includes(source) && { orderId: order_id }),
    ...(unit !== 'points' && { currency: unit }),
  };
}
