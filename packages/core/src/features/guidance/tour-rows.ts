import type { Campaign, CampaignDocument } from '@regulars/schema';
import { openerPort } from '../../campaigns/slots-port.ts';
import type { PartContext } from '../../journey/part.ts';
import { matchesGlob } from '../../rules/glob.ts';
import { resolveLocale } from '../../rules/resolve-locale.ts';
import { firesTrigger, triggersOf } from '../../rules/trigger-rule.ts';
import type { LauncherRow, LauncherRows } from './launcher-rows.ts';

/** Whether a tour may run now: live, within its schedule (instants, as a compiled document has them). */
function isRunning({ status, schedule: { from, to } = {} }: Campaign, now: number): boolean {
  const isLive = status === 'live' || (status === 'scheduled' && from !== undefined);
  return isLive && !(now < Date.parse(`${from}`)) && !(now >= Date.parse(`${to}`));
}

/** Whether a tour belongs to this page: its first step does, and so does one of its triggers. */
function isHere(campaign: Campaign): boolean {
  if (campaign.widget.type !== 'tour') return false;
  const { pathname: path } = location;
  const { page } = campaign.widget.props.steps[0] ?? {};
  const pageType = document.body?.dataset.regularsPage;
  return (
    (page === undefined || matchesGlob(page, path)) &&
    triggersOf(campaign).some((one) => one.on !== 'page' || firesTrigger(one, { on: 'page', path, pageType }))
  );
}

/** Tours that this page offers, by their title in the page's language; one without a title is not offered. */
export function tourRows(context: PartContext, found: () => CampaignDocument | undefined): LauncherRows {
  const [opener] = context.ports.use(openerPort);
  const rowOf = (campaign: Campaign, fallbacks: readonly string[]): readonly LauncherRow[] => {
    const label = resolveLocale(campaign.content, context.locale(), fallbacks)?.texts.title;
    if (!label) return [];
    const act = async (): Promise<undefined> => {
      await opener?.(campaign.id);
    };
    return [{ id: `tour:${campaign.id}`, group: 'tours', label, act }];
  };
  return {
    name: 'tours',
    async rows() {
      const source = found();
      if (!source || !opener) return [];
      const { campaigns, fallbackLocales } = source;
      return campaigns
        .filter((one) => isHere(one) && isRunning(one, context.now()))
        .flatMap((one) => rowOf(one, fallbackLocales));
    },
  };
}
