import type { ServerContext } from '../../context.ts';
import type { AppContext } from '../../http/environment.ts';
import { eraseVisitor } from '../../people/erase-visitor.ts';
import { exportVisitor } from '../../people/export-visitor.ts';
import { writeAudit } from '../audit.ts';
import { messages } from '../messages.ts';
import { answerChange, readChange, refuseChange } from './respond.ts';

/** `GET /operator/api/visitors/{id}/export`: everything the server holds of a visitor. */
export async function exportJourney(c: AppContext, context: ServerContext): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const document = await exportVisitor(context.db, id);
  if (!document) return refuseChange(c, context, messages.problems.visitor, 404);
  await writeAudit(context.db, c.get('operator'), context.now(), { action: 'visitor-exported', target: id });
  c.header('Content-Disposition', 'attachment; filename="visitor.json"');
  return c.json(document);
}

/** `POST /operator/api/visitors/{id}/erase`: deletes a journey and what ties orders and plays to it. */
export async function erase(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  const id = c.req.param('id') ?? '';
  const known = await context.db.query('select 1 from visitor where anonymous_id = $1', [id]);
  if (!change || known.length === 0) return refuseChange(c, context, messages.problems.visitor, 404);
  await eraseVisitor(context.db, id, context.now());
  // The log says that somebody was erased, not who: it would keep the id alive.
  await writeAudit(context.db, c.get('operator'), context.now(), { action: 'visitor-erased' });
  context.live.publish('batch');
  return answerChange(c, context, change, { result: { erased: true }, back: 'visitors' });
}
