import type { ActionOutcome, ActionResults } from '@regulars/schema';
import type { PartContext } from '../../journey/part.ts';
import { requestPort } from '../../lib/request-port.ts';
import { keyed } from '../../storage/keyed-store.ts';
import type { KeyedStore } from '../../storage/storage-port.ts';
import type { ChecklistReward } from '../guidance-view.ts';

/** A reward as it is kept: the key before the request, so that the same key finds the same prize whatever happens between. */
interface Play {
  readonly playKey: string;
  readonly draw?: ActionResults['draw'] | undefined;
  readonly claim?: ActionResults['claim'] | undefined;
}

const playsOf = ({ storage }: PartContext): KeyedStore => keyed(storage, 'play', 'necessary');
const keyOf = (campaignId: string): string => `play:${campaignId}`;

const given = ({ draw, claim }: Play): ChecklistReward | null =>
  claim
    ? { state: 'given', label: draw?.label, code: claim.code, points: claim.points, endsAt: claim.endsAt }
    : null;

/** The reward that was collected on an earlier page; `null`: none yet. */
export async function readReward(context: PartContext, campaignId: string): Promise<ChecklistReward | null> {
  const play = await playsOf(context).get<Play>(keyOf(campaignId));
  return play ? given(play) : null;
}

function refused({ reason }: ActionOutcome & { readonly ok: false }): ChecklistReward {
  const broken = reason === 'offline' || reason === 'unavailable';
  return { state: broken ? 'offline' : 'refused', reason };
}

/** Collects the reward of a finished checklist. The server decides; asked twice, it gives the same one. */
export async function claimReward(context: PartContext, campaignId: string): Promise<ChecklistReward> {
  const [request] = context.ports.use(requestPort);
  if (!request) return { state: 'offline', reason: 'unavailable' };
  const { signal, journey } = context;
  const store = playsOf(context);
  const key = keyOf(campaignId);
  const fresh: Play = { playKey: crypto.randomUUID() };
  const play = (await store.update<Play>(key, (old) => old ?? fresh)) ?? fresh;
  const drawn = await request({ type: 'draw', campaignId, playKey: play.playKey }, { signal });
  if (!drawn.ok) return refused(drawn);
  const { prizeIndex, claimToken, label } = drawn.result;
  if (!play.draw) journey.track('prize_drawn', { campaignId, prizeIndex }, { critical: true });
  await store.set<Play>(key, { ...play, draw: drawn.result });
  if (!claimToken) return { state: 'given', label };
  const claimed = await request({ type: 'claim', claimToken }, { signal });
  if (!claimed.ok) return refused(claimed);
  const whole: Play = { ...play, draw: drawn.result, claim: claimed.result };
  await store.set(key, whole);
  journey.track('prize_claimed', { campaignId }, { critical: true });
  return given(whole) ?? { state: 'given', label };
}
