import type { Campaign } from '../campaign.ts';
import type { CarouselWidget } from '../widgets/carousel.ts';
import { drawOf } from '../widgets/draw-of.ts';
import type { QuizWidget } from '../widgets/quiz.ts';
import type { Widget } from '../widgets/widget.ts';
import { readZonedTime, scheduleZone } from '../zoned-time.ts';
import { checkGuidance, isGuidance } from './check-guidance.ts';
import { checkTour } from './check-tour.ts';
import { type Finding, show } from './explain-issue.ts';
import { findNearMiss } from './near-miss.ts';
import type { Reachable } from './reachable.ts';

type Path = readonly PropertyKey[];

/** Mistakes in a widget's props that their shape does not show: steps, numbers, pools, answers, ends. */
export function checkWidget(
  widget: Widget,
  at: Path,
  { campaign, reachable }: { readonly campaign: Campaign; readonly reachable: Reachable },
): readonly Finding[] {
  return [
    ...checkProps(widget, at, { campaign, reachable }),
    ...checkPool(widget, at, reachable),
    ...checkPlace(widget, at, campaign),
  ];
}

/** What may lie over the page: it has a way to close it, or is a dot. All others are parts of a page. */
const OVER_PAGES: readonly Widget['type'][] = [
  'tour',
  'announcement',
  'checklist',
  'hint',
  'launcher',
  'privacy',
  'carousel',
];

function checkPlace({ type }: Widget, at: Path, { placement }: Campaign): readonly Finding[] {
  if ('slot' in placement || OVER_PAGES.includes(type)) return [];
  return [
    {
      code: 'needs-slot',
      path: [...at.slice(0, 2), 'placement'],
      what: show(type),
      why: 'It is a part of a page and has nothing to close it by: over the page nobody could get past it.',
      fix: 'Place it by { "slot": "…" }; an announcement or a tour may lead there.',
    },
  ];
}

function checkProps(
  widget: Widget,
  at: Path,
  { campaign, reachable }: { readonly campaign: Campaign; readonly reachable: Reachable },
): readonly Finding[] {
  if (widget.type === 'tour') return checkTour(widget.props, [...at, 'props', 'steps'], idsOf(reachable));
  if (isGuidance(widget)) return checkGuidance(widget, [...at, 'props'], { campaign, ids: idsOf(reachable) });
  if (widget.type === 'carousel') return checkCards(widget.props, at);
  if (widget.type === 'quiz') return checkQuiz(widget.props, [...at, 'props']);
  if (widget.type === 'countdown') return checkCountdown(campaign, at, reachable.zone);
  return [];
}

function checkCards(
  { layout, min = layout === 'bundle' ? 2 : 3, max = layout === 'bundle' ? 3 : 12 }: CarouselWidget['props'],
  at: Path,
): readonly Finding[] {
  if (min <= max) return [];
  const why = 'It would never have enough cards to show.';
  const path = [...at, 'props', 'min'];
  return [{ code: 'min-over-max', path, what: `${min} of ${max}`, why, fix: 'Lower "min".' }];
}

function checkPool(widget: Widget, at: Path, { raw }: Reachable): readonly Finding[] {
  const pools = Object.keys(Object(raw.pools));
  const draw = drawOf(widget);
  if (draw === undefined || pools.length === 0 || pools.includes(draw)) return [];
  return [explainPool(draw, pools, [...at, 'props', 'draw'])];
}

/** A game that draws from a pool which does not exist. */
function explainPool(name: string, pools: readonly string[], path: Path): Finding {
  const meant = findNearMiss(name, pools);
  return {
    code: 'unknown-pool',
    path,
    what: show(name),
    why: 'No prize pool has this name, so nothing could be drawn.',
    fix: meant ? `Did you mean "${meant}"?` : 'Add the pool to the programme document.',
  };
}

/** A quiz that pays must say its odds and rules like every game; one for the fun of it needs its key on the page. */
function checkQuiz(
  { questions, pass, draw, showOdds, rulesUrl }: QuizWidget['props'],
  at: Path,
): readonly Finding[] {
  const wrong = questions.flatMap(({ answers, correct }, index) =>
    correct !== undefined && correct >= answers.length
      ? [
          {
            code: 'answer-unknown',
            path: [...at, 'questions', index, 'correct'],
            what: show(correct),
            why: 'The question has no answer with this index; the first one is 0.',
            fix: `Write a number from 0 to ${answers.length - 1}.`,
          },
        ]
      : [],
  );
  const missing = draw === undefined ? [] : missingOf({ showOdds, rulesUrl });
  return [
    ...wrong,
    ...missing.map((key) => ({
      code: 'quiz-without-rules',
      path: [...at, key],
      what: show(undefined),
      why: 'A quiz that pays is a game: its odds and its rules must be there to see.',
      fix: key === 'showOdds' ? 'Write "showOdds": true.' : 'Write the address of the rules.',
    })),
    ...((pass ?? 0) > questions.length
      ? [
          {
            code: 'pass-over-questions',
            path: [...at, 'pass'],
            what: `${pass} of ${questions.length}`,
            why: 'Nobody could pass: there are fewer questions.',
            fix: 'Lower "pass".',
          },
        ]
      : []),
  ];
}

const missingOf = (props: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(props).filter((key) => props[key] === undefined);

/** A countdown counts down to the end of its campaign, which must be there. */
function checkCountdown({ schedule }: Campaign, at: Path, zone: string): readonly Finding[] {
  const end = schedule?.to === undefined ? null : readZonedTime(schedule.to, scheduleZone(schedule, zone));
  if (end !== null) return [];
  return [
    {
      code: 'countdown-without-end',
      path: [...at.slice(0, 2), 'schedule'],
      what: show(schedule?.to),
      why: 'A countdown shows the real end of its campaign; without one it would be an invention.',
      fix: 'Write the end as "to" in the schedule.',
    },
  ];
}

const idsOf = ({ raw }: Reachable): readonly unknown[] =>
  Array.isArray(raw.campaigns) ? raw.campaigns.map((one: unknown) => Object(one).id) : [];
