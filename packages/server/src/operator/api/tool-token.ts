import { html } from 'hono/html';
import { isTool } from '../../actions/perform-action.ts';
import { signToken } from '../../auth/tokens.ts';
import type { ServerContext } from '../../context.ts';
import type { AppContext } from '../../http/environment.ts';
import { writeAudit } from '../audit.ts';
import { timeTag } from '../format.ts';
import { messages } from '../messages.ts';
import { answerChange, readChange, refuseChange } from './respond.ts';

const TOOL_TOKEN_MS = 15 * 60_000;

/** `POST /operator/api/tool-token` `{ tools }`: a token for debug, preview and pick, good for 15 minutes. */
export async function issueToolToken(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  const tools = change?.list('tools').filter(isTool) ?? [];
  if (!change || tools.length === 0) return refuseChange(c, context, messages.problems.tools);
  const operator = c.get('operator');
  const expiresAt = context.now() + TOOL_TOKEN_MS;
  const token = await signToken(context, {
    purpose: 'tool',
    subject: operator.id,
    expiresAt,
    claims: { tools },
  });
  await writeAudit(context.db, operator, context.now(), {
    action: 'tool-token-issued',
    target: tools.join(', '),
  });
  return answerChange(c, context, change, {
    result: { token, expiresAt },
    back: '',
    page: {
      title: messages.words.toolToken,
      content: html`<p>${messages.goodFor(tools.join(', '))} ${timeTag(expiresAt, context.campaigns.zone)}.</p>
        <p><code class="long">${token}</code></p>`,
    },
  });
}
