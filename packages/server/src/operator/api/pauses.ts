import { ALL_CAMPAIGNS } from '../../campaigns/pauses.ts';
import type { ServerContext } from '../../context.ts';
import type { AppContext } from '../../http/environment.ts';
import { writeAudit } from '../audit.ts';
import { messages } from '../messages.ts';
import { answerChange, readChange, refuseChange } from './respond.ts';

/** `POST /operator/api/pauses` `{ campaignId, paused }`: stops or resumes one campaign, or all of them (`*`). */
export async function pauseCampaign(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  const campaignId = change?.field('campaignId') ?? '';
  const word = change?.field('paused') ?? '';
  if (!change || (word !== 'true' && word !== 'false'))
    return refuseChange(c, context, messages.problems.paused);
  const known = context.campaigns.campaigns.some((each) => each.id === campaignId);
  if (!known && campaignId !== ALL_CAMPAIGNS)
    return refuseChange(c, context, messages.problems.campaign, 404);
  const operator = c.get('operator');
  const paused = word === 'true';
  await context.db.transaction(async (tx) => {
    if (paused) {
      await tx.query(
        'insert into pause (campaign_id, t, account_id) values ($1, $2, $3) on conflict (campaign_id) do nothing',
        [campaignId, context.now(), operator.id],
      );
    } else await tx.query('delete from pause where campaign_id = $1', [campaignId]);
    await writeAudit(tx, operator, context.now(), {
      action: paused ? 'campaign-paused' : 'campaign-resumed',
      target: campaignId === ALL_CAMPAIGNS ? 'all campaigns' : campaignId,
    });
  });
  context.live.publish('control');
  return answerChange(c, context, change, { result: { campaignId, paused }, back: '' });
}
