import type { CampaignDocument } from '@regulars/schema';
import { supportCode } from '../../rules/support-code.ts';
import type { LauncherView } from '../guidance-view.ts';
import type { Desk } from './desk.ts';
import { type LauncherRow, type LauncherRows, launcherRowsPort } from './launcher-rows.ts';
import { prizeRows } from './prize-rows.ts';
import { tourRows } from './tour-rows.ts';

/** Code of this visitor for the shop's support; without a lasting id it would name nobody. */
function supportRows({ context: { consent, journey } }: Desk): LauncherRows {
  const row = (): LauncherRow => ({
    id: 'support',
    group: 'support',
    code: supportCode(journey.anonymousId()),
  });
  return { name: 'support', rows: async () => (consent.allows('analytics') ? [row()] : []) };
}

/** The shop's own help pages. */
function linkRows({ props, texts }: LauncherView): readonly LauncherRow[] {
  return (props.links ?? []).map(({ label, url }, at) => ({
    id: `link:${at}`,
    group: 'links',
    label: texts[label] ?? label,
    url: texts[url] ?? url,
  }));
}

/** Asks every feature for its rows; one that fails does not keep the others back, and is told by `failed`. */
export async function gatherRows(
  desk: Desk,
  view: LauncherView,
  {
    document,
    signal,
  }: { readonly document: () => CampaignDocument | undefined; readonly signal: AbortSignal },
): Promise<{ readonly rows: readonly LauncherRow[]; readonly failed: boolean }> {
  const { context } = desk;
  const sources = [
    tourRows(context, document),
    prizeRows(context),
    supportRows(desk),
    ...context.ports.use(launcherRowsPort),
  ];
  const answers = await Promise.allSettled(sources.map((one) => one.rows({ signal })));
  const rows = answers.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  return {
    rows: [...rows, ...linkRows(view)],
    failed: answers.some(({ status }) => status === 'rejected'),
  };
}
