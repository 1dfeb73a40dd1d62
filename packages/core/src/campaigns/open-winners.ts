import type { EventName, EventProps, PublicPool, Widget } from '@regulars/schema';
import type { Judgement, Reason } from '../rules/decision.ts';
import { resolveLocale } from '../rules/resolve-locale.ts';
import { type Claim, confirm, note, release, reserve } from './book-show.ts';
import { sessionOf } from './limits.ts';
import type { Decision, PresentationEnd } from './presenter-port.ts';
import { signalPort } from './slots-port.ts';
import type { Presentation, Stage } from './stage.ts';

const refuse = (why: string): Reason => ({ step: 'render', ok: false, why });

function track<N extends EventName>({ context }: Stage, name: N, props: EventProps[N]): void {
  context.journey.track(name, props);
}

/** `{{lang}}` in an address of rules becomes the language of the texts beside it. */
const addressIn = (lang: string, url: string): string => url.replaceAll('{{lang}}', lang);

function rulesIn(lang: string, widget: Widget): Widget {
  const { props } = widget;
  if (!('rulesUrl' in props) || !props.rulesUrl) return widget;
  // The same widget with another address.
  return { ...widget, props: { ...props, rulesUrl: addressIn(lang, props.rulesUrl) } } as Widget;
}

function poolIn(lang: string, pool: PublicPool): PublicPool {
  const { rulesUrl, freeEntry } = pool;
  return {
    ...pool,
    rulesUrl: addressIn(lang, rulesUrl),
    ...(freeEntry && { freeEntry: { url: addressIn(lang, freeEntry.url) } }),
  };
}

/** Decision of a winner in the visitor's language; `null`: there are no texts for them. */
function decisionOf({ context, document }: Stage, judgement: Judgement): Decision | null {
  const { campaign, widget, slot, variantId, holdout, by } = judgement;
  const texts = resolveLocale(campaign.content, context.locale(), document.fallbackLocales);
  const draw = 'draw' in widget.props ? widget.props.draw : undefined;
  const pool = draw === undefined ? undefined : document.pools?.[draw];
  const asked = by === 'asked';
  return (
    texts && {
      ...{ ...texts, campaign, slot, holdout, asked, document },
      widget: rulesIn(texts.lang, widget),
      pool: pool && poolIn(texts.lang, pool),
      ...(variantId ? { variantId } : {}),
    }
  );
}

/** Books and tells the end of a presentation. */
function finish(stage: Stage, claim: Claim, type: string, { cause, detail }: PresentationEnd): void {
  const props = { campaignId: claim.campaign.id, widget: type };
  if (cause === 'completed') track(stage, 'experience_completed', props);
  else if (cause === 'dismissed' || cause === 'failed')
    track(stage, 'experience_dismissed', { ...props, cause: detail ?? cause });
  if (cause === 'completed' || cause === 'dismissed' || cause === 'clicked') stage.busy(note(claim, cause));
  stage.failed.set(claim.campaign.id, refuse(`ended:${cause}`));
  stage.again();
}

/**
 * Opens a winner. Answers the reason that kept it from opening, or `null`. A held-out one takes its place, counts
 * against its caps and shows nothing; a held-out list is shown by its presenter as popularity.
 */
function present(stage: Stage, judgement: Judgement, claim: Claim): Reason | null {
  const { context, open, busy } = stage;
  const { campaign, slot, widget, variantId, holdout, by } = judgement;
  const props = { campaignId: campaign.id, widget: widget.type, slot, ...(variantId ? { variantId } : {}) };
  let close = (): void => {};
  const place = (state: Presentation['state']): void => {
    open.set(slot, { judgement, state, close: () => close() });
  };
  const isOpen = (): boolean => open.get(slot)?.judgement === judgement;
  const count = (name: 'holdout_reached' | 'experience_shown'): void => {
    track(stage, name, props);
    busy(confirm(claim));
  };
  if (holdout && widget.type !== 'carousel') {
    count('holdout_reached');
    place('held-out');
    return null;
  }
  const decision = decisionOf(stage, judgement);
  const presenter = stage.presenterOf(widget.type);
  if (!decision || !presenter) return refuse(decision ? 'no-presenter' : 'no-texts');
  const shown = (): void => {
    if (!isOpen() || open.get(slot)?.state === 'shown') return;
    place('shown');
    stage.again();
    // What goes on was counted on the page where it began.
    if (by !== 'resumed') count(holdout ? 'holdout_reached' : 'experience_shown');
  };
  const ended = (end: PresentationEnd): void => {
    if (!isOpen()) return;
    open.delete(slot);
    busy(release(claim));
    finish(stage, claim, widget.type, end);
  };
  try {
    const refusal = presenter.refusal(decision);
    if (refusal) return refuse(refusal);
    place('reserved');
    close = presenter.open(decision, { shown, ended });
    return null;
  } catch (cause) {
    open.delete(slot);
    context.problems.report({ code: 'presenter-failed', message: 'open', key: campaign.id, cause });
    return refuse('presenter-failed');
  }
}

/** Tells the journey what is reported of a campaign that has its place, whoever shows it; begins with the first one. */
function hearSignals(stage: Stage): void {
  if (stage.hears) return;
  stage.hears = true;
  const { context, disposer, open } = stage;
  const hear = (type: string, campaignId: string): void => {
    const found = [...open.values()].find(({ judgement }) => judgement.campaign.id === campaignId);
    if (!found || (type !== 'viewed' && type !== 'clicked')) return;
    const { slot, widget, variantId } = found.judgement;
    const props = { campaignId, slot, widget: widget.type, ...(variantId ? { variantId } : {}) };
    context.journey.track(`experience_${type}`, props);
  };
  disposer.add(context.ports.provide(signalPort, hear));
}

/** Opens the winners; answers the reasons of those that could not, so that the next in rank gets its chance. */
export async function openWinners(
  stage: Stage,
  winners: readonly Judgement[],
): Promise<Readonly<Record<string, Reason>>> {
  const { context, document } = stage;
  const { now, random, signal } = context;
  const attention = await stage.attention();
  hearSignals(stage);
  const failed: Record<string, Reason> = {};
  for (const judgement of winners) {
    const { campaign, slot, by } = judgement;
    const session = sessionOf(stage);
    const { who, windowStart } = stage;
    const shared = { attention, caps: document.caps, session, who, windowStart, now };
    const claim = { ...shared, campaign, token: `${random()}`, by, variantId: judgement.variantId };
    const refusal = await reserve(claim);
    if (signal.aborted) break;
    if (by === 'asked') stage.closeIf?.(({ judgement: { slot: own } }) => own === slot);
    const reason: Reason | null = refusal
      ? { step: 'reservation', ok: false, why: refusal }
      : present(stage, judgement, claim);
    if (!reason) continue;
    failed[campaign.id] = reason;
    if (!refusal) await release(claim);
  }
  return failed;
}
