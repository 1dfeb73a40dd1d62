import type { Condition, EventName, TourStep } from '@regulars/schema';
import { readFacts } from '../../campaigns/page-facts.ts';
import { quietReason } from '../../campaigns/quiet-rules.ts';
import { evaluateCondition } from '../../rules/evaluate-condition.ts';
import { matchesGlob } from '../../rules/glob.ts';
import { localeChain, resolveLocale } from '../../rules/resolve-locale.ts';
import type { Desk, Running } from './desk.ts';
import { countLeft, type TourWorld } from './tour-rule.ts';

/** Below this width the visitor holds a phone, as in the elements. */
const phone = '(max-width: 639.98px)';

/** What the rule may ask now: audience facts, and answers as `tour.answers.<step id>`. */
export function worldOf({ context }: Desk, { decision, state, backwards = false }: Running): TourWorld {
  const { document } = decision;
  const facts = readFacts(context, document.zone);
  const own = {
    ...facts,
    attr: (name: string) =>
      name.startsWith('tour.answers.') ? state.answers[name.slice('tour.answers.'.length)] : facts.attr(name),
  };
  return {
    backwards,
    phone: matchMedia(phone).matches,
    holds: (condition: Condition) => evaluateCondition(condition, own, document.audiences).result === true,
  };
}

/** Texts of a step that the tour's language lacks: of the first language that has them, which the step then carries. */
function wordsOf({ decision, props, state }: Running): Running['words'] {
  const { campaign, document, texts } = decision;
  const step = props.steps[state.index];
  const keys = step ? [step.body, ...(step.title ? [step.title] : [])] : [];
  if (keys.every((key) => key in texts)) return undefined;
  const chain = [...localeChain(decision.lang, document.fallbackLocales), ...Object.keys(campaign.content)];
  for (const lang of chain) {
    const content = campaign.content[lang];
    const found = content ? resolveLocale({ [lang]: content }, lang, []) : null;
    if (found && keys.every((key) => key in found.texts)) return found;
  }
  return undefined;
}

/** Whether the page must be left alone, even by a tour that runs: a checkout, a payment. What was asked for may stay. */
function isQuiet({ decision }: Running, checkoutStarted: boolean): boolean {
  if (decision.asked) return false;
  const { caps } = decision.document;
  const reason = quietReason({ quietPaths: caps?.quietPaths ?? [], checkoutStarted });
  return reason === 'checkout' || reason === 'quiet-path' || reason === 'quiet-field';
}

/** Whether a step may show on a page. */
export const isStepHere = (step: TourStep | undefined, path: string): boolean =>
  step !== undefined && (step.page === undefined || matchesGlob(step.page, path));

/** Brings what hangs on the position up to it: steps left, language, quiet. */
export function settle(desk: Desk, running: Running, checkoutStarted = false): void {
  running.left = countLeft(running.state.index, running.props.steps, worldOf(desk, running));
  running.words = wordsOf(running);
  const step = running.props.steps[running.state.index];
  running.hidden = !isStepHere(step, location.pathname) || isQuiet(running, checkoutStarted);
}

/** How often what a step waits for has happened, as far as the journey knows. */
export function heardOf({ context }: Desk, running: Running): number {
  const { counts } = context.journey.profile();
  return awaitedOf(running).reduce((sum, name) => sum + (counts[name]?.total ?? 0), 0);
}

/** Names of the journey events that a step waits for. */
export function awaitedOf({ props, state }: Running): readonly EventName[] {
  const { advanceOn = [] } = props.steps[state.index] ?? {};
  return [advanceOn].flat().flatMap((act) => {
    const name = typeof act === 'string' ? act : 'event' in act ? act.event : undefined;
    return name === undefined ? [] : [name as EventName];
  });
}
