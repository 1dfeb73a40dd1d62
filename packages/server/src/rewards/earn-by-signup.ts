import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { bookMovement } from './ledger/book.ts';
import { endOfLot } from './ledger/settle.ts';

/** Books what a customer earns when the shop first names it; later words earn nothing more. */
export async function earnBySignup(
  tx: Queryable,
  context: Pick<ServerContext, 'program' | 'now'>,
  personId: string,
): Promise<void> {
  const t = context.now();
  for (const rule of context.program.earn) {
    if (rule.on !== 'signup') continue;
    await bookMovement(tx, {
      kind: 'earned',
      source: 'signup',
      orderId: personId,
      rule: rule.id,
      personId,
      points: rule.points,
      against: 'liability',
      t,
      ...endOfLot(context, t),
    });
  }
}
