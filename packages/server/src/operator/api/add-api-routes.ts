import type { Hono } from 'hono';
import type { ServerContext } from '../../context.ts';
import type { AppEnv } from '../../http/environment.ts';
import { requireRole } from '../require-role.ts';
import { closeSession } from '../sign-in.ts';
import { addAccount, changeAccount, changePassword, issueLink } from './accounts.ts';
import { addPeopleRoutes } from './add-people-routes.ts';
import { addDocumentForms } from './documents.ts';
import { streamChanges } from './live.ts';
import { replayMessages } from './outbox.ts';
import { pauseCampaign } from './pauses.ts';
import { issueToolToken } from './tool-token.ts';
import { erase, exportJourney } from './visitors.ts';

/** Mounts what operators can do. All of it is under the session guard. */
export function addApiRoutes(app: Hono<AppEnv>, context: ServerContext): void {
  const { basePath } = context;
  const admin = requireRole(basePath, 'admin');
  app.get('/operator/api/me', (c) => c.json(c.get('operator')));
  app.get('/operator/api/live', (c) => streamChanges(c, context));
  app.post('/operator/api/sign-out', async (c) => {
    await closeSession(c, context);
    context.live.publish('account');
    return c.redirect(`${context.basePath}/operator/`, 303);
  });
  app.post('/operator/api/password', (c) => changePassword(c, context));
  app.post('/operator/api/pauses', requireRole(basePath, 'publisher'), (c) => pauseCampaign(c, context));
  app.post('/operator/api/tool-token', requireRole(basePath, 'editor'), (c) => issueToolToken(c, context));
  app.post('/operator/api/outbox/replay', requireRole(basePath, 'publisher'), (c) =>
    replayMessages(c, context),
  );
  app.post('/operator/api/accounts', admin, (c) => addAccount(c, context));
  app.post('/operator/api/accounts/:id', admin, (c) => changeAccount(c, context));
  app.post('/operator/api/accounts/:id/link', admin, (c) => issueLink(c, context));
  addPeopleRoutes(app, context);
  addDocumentForms(app, context);
  app.get('/operator/api/visitors/:id/export', admin, (c) => exportJourney(c, context));
  app.post('/operator/api/visitors/:id/erase', admin, (c) => erase(c, context));
}
