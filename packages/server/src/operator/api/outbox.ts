import type { ServerContext } from '../../context.ts';
import type { AppContext } from '../../http/environment.ts';
import { replay } from '../../outbox/replay.ts';
import { writeAudit } from '../audit.ts';
import { messages } from '../messages.ts';
import { answerChange, readChange, refuseChange } from './respond.ts';

/** `POST /operator/api/outbox/replay` `{ outboxId, endpoint }` or `{ failedAt }`: sends messages again, with the ids they had. */
export async function replayMessages(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  const failedAt = change?.field('failedAt') ?? '';
  const outboxId = change?.field('outboxId') ?? '';
  const endpoint = failedAt || (change?.field('endpoint') ?? '');
  const isKnown = context.webhooks.some(({ id }) => id === endpoint);
  if (!change || !isKnown) return refuseChange(c, context, messages.problems.endpoint, 404);
  const count = await context.db.transaction(async (tx) => {
    const again = await replay(tx, failedAt ? { failedAt } : { outboxId, endpoint });
    if (again > 0) {
      await writeAudit(tx, c.get('operator'), context.now(), {
        action: 'messages-replayed',
        target: endpoint,
        detail: failedAt ? { count: again } : { outboxId },
      });
    }
    return again;
  });
  if (count === 0) return refuseChange(c, context, messages.problems.message, 404);
  context.wakeOutbox();
  context.live.publish('outbox');
  return answerChange(c, context, change, { result: { count }, back: 'outbox' });
}
