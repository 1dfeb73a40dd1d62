import type { CampaignDocument } from '@regulars/schema';
import type { PartContext } from '../journey/part.ts';
import { createDisposer } from '../lib/disposer.ts';
import { firesTrigger, type TriggerHappening, triggersOf } from '../rules/trigger-rule.ts';
import { pageType } from './page-facts.ts';

/** What fired on this page view. */
export interface Triggers {
  fired(campaignId: string): 'no' | 'fired' | 'asked';
  /** The visitor asked for a campaign. */
  ask(campaignId: string): void;
  /** Something happened that may fire. */
  happen(happening: TriggerHappening): void;
  /** Forgets what fired and begins a page view. */
  begin(): void;
  stop(): void;
}

/** Delays after which a campaign of the document wants to open, each once. */
function delaysOf(document: CampaignDocument): readonly number[] {
  const all = document.campaigns.flatMap((one) =>
    triggersOf(one).flatMap((trigger) => (trigger.on === 'delay' ? [trigger.ms] : [])),
  );
  return [...new Set(all)];
}

/**
 * Watches what fires campaigns of a document.
 * @param onFire runs after something fired.
 */
export function createTriggers(
  context: PartContext,
  document: CampaignDocument,
  onFire: () => void,
): Triggers {
  const fired = new Map<string, 'fired' | 'asked'>();
  const disposer = createDisposer();
  let timers: ReturnType<typeof setTimeout>[] = [];

  const ask = (id: string): void => {
    fired.set(id, 'asked');
    onFire();
  };
  const happen = (happening: TriggerHappening): void => {
    const found = document.campaigns.filter(
      (one) => !fired.has(one.id) && triggersOf(one).some((trigger) => firesTrigger(trigger, happening)),
    );
    for (const { id } of found) fired.set(id, 'fired');
    if (found.length) onFire();
  };
  const onClick = (event: Event): void => {
    const path = event.composedPath().filter((one) => one instanceof Element);
    for (const campaign of document.campaigns) {
      for (const trigger of triggersOf(campaign)) {
        if (trigger.on !== 'click') continue;
        try {
          if (path.some((one) => one.matches(trigger.selector))) ask(campaign.id);
        } catch {
          const { selector: message } = trigger;
          context.problems.report({ code: 'selector-invalid', message, key: campaign.id });
        }
      }
    }
  };
  const clear = (): void => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  };
  disposer.on(globalThis.document, 'click', onClick, { capture: true });
  disposer.add(clear);

  return {
    fired: (id) => fired.get(id) ?? 'no',
    ask,
    happen,
    begin() {
      fired.clear();
      clear();
      timers = delaysOf(document).map((ms) => setTimeout(() => happen({ on: 'delay', ms }), ms));
      happen({ on: 'page', path: location.pathname, pageType: pageType() });
    },
    stop: disposer.stop,
  };
}
