import type { RefusalReason } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import { writeAudit } from '../operator/audit.ts';
import { lockPerson } from '../rewards/ledger/lock-person.ts';
import { takePoints } from '../rewards/ledger/spend.ts';
import { readWallet } from '../rewards/ledger/wallet.ts';
import { findWin } from '../rewards/wins.ts';
import type { Caller } from './caller.ts';

interface Wish {
  readonly id: string;
  readonly reason: string;
  readonly caller: Caller;
}

/** What a revocation took, or why nothing. */
export type RevokeAnswer =
  | { readonly ok: true; readonly taken: number }
  | { readonly ok: false; readonly reason: RefusalReason };

/**
 * Takes back what a movement gave, with a linked entry: all of it, or what the person still has. Once; a repeat takes
 * nothing more. Movements of orders go back by the shop's own word about the order.
 */
export function revokeMovement(context: ServerContext, { id, reason, caller }: Wish): Promise<RevokeAnswer> {
  return context.db.transaction(async (tx) => {
    const rows = await tx.query<{ person_id: string; source: string; kind: string; points: number }>(
      `select m.person_id, m.source, m.kind, p.points from movement m join posting p on p.movement_id = m.id
         and p.account = 'person:' || m.person_id where m.id = $1 and m.unit = 'points' and p.points > 0`,
      [id],
    );
    const movement = rows[0];
    if (!movement) return { ok: false, reason: 'not-found' };
    if (movement.source === 'order' || movement.source === 'release')
      return { ok: false, reason: 'not-eligible' };
    const personId = await lockPerson(tx, movement.person_id);
    const before = await tx.query('select 1 from movement where reverses = $1 limit 1', [id]);
    if (before.length > 0) return { ok: true, taken: 0 };
    const wallet = await readWallet(tx, context, personId);
    const points = Math.min(movement.points, Math.max(0, wallet.points));
    const t = Math.round(context.now());
    if (points > 0) {
      await takePoints(tx, context, {
        kind: 'reversed',
        source: 'revoke',
        orderId: id,
        rule: 'revoke',
        personId,
        points,
        against: 'reversed',
        t,
        reverses: id,
      });
    }
    await writeAudit(tx, caller, t, {
      action: 'movement-revoked',
      target: personId,
      detail: { id, points, reason },
    });
    return { ok: true, taken: points };
  });
}

/** Ends a prize that was not claimed: its token is worth nothing from now on. A claimed one is the shop's to void. */
export function revokePrize(context: ServerContext, { id, reason, caller }: Wish): Promise<RevokeAnswer> {
  return context.db.transaction(async (tx) => {
    const win = await findWin(tx, id);
    if (!win) return { ok: false, reason: 'not-found' };
    await lockPerson(tx, win.person_id);
    const claimed = await tx.query('select 1 from claim where play_id = $1', [id]);
    if (claimed.length > 0 || win.reward.type === 'none') return { ok: false, reason: 'not-eligible' };
    const t = Math.round(context.now());
    await tx.query('update play set voided_at = $2, revoked = true where id = $1', [id, t]);
    await tx.query('update award set voided_at = $2 where id = $1', [id, t]);
    await writeAudit(tx, caller, t, {
      action: 'prize-revoked',
      target: win.person_id,
      detail: { id, reason },
    });
    return { ok: true, taken: 0 };
  });
}
