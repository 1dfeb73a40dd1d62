import type { Prize } from '@regulars/schema';
import type { PartContext } from '../../journey/part.ts';
import { requestPort } from '../../lib/request-port.ts';
import { keyed } from '../../storage/keyed-store.ts';
import type { LauncherRow, LauncherRows } from './launcher-rows.ts';

/** Prizes won and not collected yet; collecting one shows its code, or that it is in the account. Asked only where a play or consent stands behind it. */
export function prizeRows(context: PartContext): LauncherRows {
  const { ports, storage, consent } = context;
  const [request] = ports.use(requestPort);
  const hasPlayed = async (): Promise<boolean> =>
    (await keyed(storage, 'play', 'necessary').list('play:')).length > 0;
  const rowOf = ({ playId, label, claimToken }: Prize): LauncherRow => {
    const row: LauncherRow = { id: `prize:${playId}`, group: 'prizes', label };
    const act = async (): Promise<LauncherRow | undefined> => {
      const claimed = claimToken && (await request?.({ type: 'claim', claimToken }));
      if (!claimed) throw new Error('unavailable');
      if (!claimed.ok) throw new Error(claimed.reason);
      const { code } = claimed.result;
      // Points have no code: they are in the account.
      return code === undefined ? { ...row, collected: true } : { ...row, code };
    };
    return { ...row, act };
  };
  return {
    name: 'prizes',
    async rows({ signal }) {
      if (!request || !((await hasPlayed()) || consent.allows('functional'))) return [];
      const outcome = await request({ type: 'read', what: 'prizes' }, { signal });
      if (outcome.ok)
        return (outcome.result.prizes ?? []).filter(({ claimToken, code }) => claimToken && !code).map(rowOf);
      if (outcome.reason === 'offline') throw new Error(outcome.reason);
      return [];
    },
  };
}
