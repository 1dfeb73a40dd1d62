import { setPause } from '../../campaigns/pauses.ts';
import type { ServerContext } from '../../context.ts';
import type { AppContext } from '../../http/environment.ts';
import { messages } from '../messages.ts';
import { answerChange, readChange, refuseChange } from './respond.ts';

/** `POST /operator/api/pauses` `{ campaignId, paused }`: stops or resumes one campaign, or all of them (`*`). */
export async function pauseCampaign(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  const campaignId = change?.field('campaignId') ?? '';
  const word = change?.field('paused') ?? '';
  if (!change || (word !== 'true' && word !== 'false'))
    return refuseChange(c, context, messages.problems.paused);
  const paused = word === 'true';
  if (!(await setPause(context, c.get('operator'), { campaignId, paused })))
    return refuseChange(c, context, messages.problems.campaign, 404);
  return answerChange(c, context, change, { result: { campaignId, paused }, back: '' });
}
