import type { ProblemSink } from '../errors/problem-sink.ts';
import type { Journey } from '../journey/journey-port.ts';
import type { Credentials } from '../lib/credentials.ts';
import type { Request } from '../lib/request-port.ts';
import { keyed } from '../storage/keyed-store.ts';
import type { Storage } from '../storage/storage-port.ts';
import type { ActionPort } from './action-port.ts';

/** What `createRequester` needs. */
export interface RequesterOptions {
  readonly actions: ActionPort | undefined;
  readonly journey: Journey;
  readonly storage: Storage;
  readonly problems: ProblemSink;
  readonly locale: () => string;
  readonly credentials: Credentials;
}

const tokenKey = 'visitor-token';

/**
 * Builds the way to the backend. The visitor token of the first contact is kept where the visitor allowed it, or where
 * their own act (a draw, a claim) needs it again.
 */
export function createRequester(options: RequesterOptions): Request {
  const { actions, journey, storage, problems, locale, credentials } = options;
  const ofActs = keyed(storage, 'play', 'necessary');
  const ofConsent = keyed(storage, 'kv', 'functional');
  const find = async (id: string, isAct: boolean): Promise<string | undefined> =>
    (credentials.visitor?.id === id ? credentials.visitor.token : undefined) ??
    (await ofConsent.get<string>(tokenKey)) ??
    (await tokenOfBatches(storage)) ??
    (isAct ? await ofActs.get<string>(tokenKey) : undefined);

  return async (action, { signal } = {}) => {
    if (!actions) return { ok: false, reason: 'unavailable' };
    const isAct = action.type === 'draw' || action.type === 'claim';
    try {
      const id = journey.anonymousId();
      const token = await find(id, isAct);
      if (token) credentials.visitor = { id, token };
      const context = {
        anonymousId: id,
        visitorToken: token,
        customerToken: credentials.customer ?? undefined,
        locale: locale(),
      };
      const outcome = await actions.perform(action, { context, signal });
      if (outcome.ok && outcome.visitorToken) {
        credentials.visitor = { id, token: outcome.visitorToken };
        await (isAct ? ofActs : ofConsent).set(tokenKey, outcome.visitorToken);
      }
      return outcome;
    } catch (cause) {
      problems.report({ code: 'action-failed', message: action.type, key: action.type, cause });
      return { ok: false, reason: 'offline' };
    }
  };
}

/** The token that the backend gave with a batch, kept with the destination's cursor. */
async function tokenOfBatches({ allows, base }: Storage): Promise<string | undefined> {
  if (!allows('analytics')) return undefined;
  const rows = await base.run(['dest'], 'readonly', ({ dest }) => dest.entries<DestinationToken>());
  return rows.map(([, { visitorToken }]) => visitorToken).find((token) => token !== undefined);
}

type DestinationToken = { readonly visitorToken?: string | undefined };
