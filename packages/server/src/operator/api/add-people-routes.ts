import type { Hono } from 'hono';
import { revokeMovement, revokePrize } from '../../admin/revoke.ts';
import type { ServerContext } from '../../context.ts';
import type { AppEnv } from '../../http/environment.ts';
import { requireRole } from '../require-role.ts';
import {
  changePoints,
  decideReferral,
  enterFree,
  hideNickname,
  removePerson,
  revoke,
  sendExport,
} from './people.ts';

/** Mounts what operators can do with people. All of it is under the session guard. */
export function addPeopleRoutes(app: Hono<AppEnv>, context: ServerContext): void {
  const { basePath } = context;
  const people = '/operator/api/people/:id';
  const editor = requireRole(basePath, 'editor');
  const publisher = requireRole(basePath, 'publisher');
  const admin = requireRole(basePath, 'admin');
  app.post(`${people}/goodwill`, editor, (c) => changePoints(c, context, 'goodwill'));
  app.post(`${people}/points`, publisher, (c) => changePoints(c, context, 'points'));
  app.post(`${people}/entry`, editor, (c) => enterFree(c, context));
  app.post(`${people}/nickname`, editor, (c) => hideNickname(c, context));
  app.post(`${people}/referral`, publisher, (c) => decideReferral(c, context));
  app.get(`${people}/export`, admin, (c) => sendExport(c, context));
  app.post(`${people}/erase`, admin, (c) => removePerson(c, context));
  app.post('/operator/api/movements/:id/revoke', publisher, (c) => revoke(c, context, revokeMovement));
  app.post('/operator/api/prizes/:id/revoke', publisher, (c) => revoke(c, context, revokePrize));
}
