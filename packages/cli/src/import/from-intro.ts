import { createNotes, type ImportedStep, type ImportedTour, type Note } from './imported-tour.ts';
import type { Literal } from './literal.ts';
import { type Fields, isFields, noteRest, readSelector, readSide, readWords } from './read-value.ts';

/** Whether a literal is a step of Intro.js. */
export const isIntroStep = (value: Literal): value is Fields => isFields(value) && value.intro !== undefined;

function readStep(step: Fields, at: string, note: Note): ImportedStep {
  if (step.disableInteraction === true)
    note(at, 'target-usable', 'Its element cannot be used there; here shoppers may use it.');
  noteRest(
    step,
    ['title', 'intro', 'element', 'position', 'step', 'disableInteraction', 'scrollTo'],
    at,
    note,
  );
  return {
    target: readSelector(step.element, at, note),
    title: readWords(step.title, at, note),
    body: readWords(step.intro, at, note) ?? '',
    placement: readSide(step.position, at, note),
    scroll: step.scrollTo === 'off' || step.scrollTo === false ? false : undefined,
  };
}

const settingKeys = [
  'steps',
  'hints',
  'exitOnEsc',
  'exitOnOverlayClick',
  'dontShowAgain',
  'nextLabel',
  'prevLabel',
  'skipLabel',
  'doneLabel',
  'showProgress',
  'showBullets',
  'showStepNumbers',
  'disableInteraction',
];

/** What the settings around the steps mean here. */
function noteSettings(settings: Fields, add: Note): void {
  add(
    'tour',
    'page-usable',
    'Intro.js covers the page; here it stays usable beside the step. Set "modal": true to keep it covered.',
  );
  for (const key of ['exitOnEsc', 'exitOnOverlayClick'])
    if (settings[key] === false)
      add('tour', 'always-closable', `${key}: false is left out: shoppers can always leave.`);
  if (settings.dontShowAgain === true)
    add(
      'tour',
      'shown-once',
      'dontShowAgain: a tour that was done or left does not come back here anyway ("frequency").',
    );
  const labels = ['nextLabel', 'prevLabel', 'skipLabel', 'doneLabel'].filter(
    (key) => settings[key] !== undefined,
  );
  if (labels.length > 0)
    add(
      'tour',
      'labels-built-in',
      `${labels.join(', ')}: the buttons have built-in words in each language; "buttons" of a step changes them.`,
    );
  if (settings.hints !== undefined)
    add('tour', 'hints-apart', 'Hints are campaigns of their own here: widget "hint", one at a time.');
  noteRest(settings, settingKeys, 'tour', add);
}

/** Reads steps of Intro.js, in the order of their numbers, and the settings around them. */
export function fromIntro(steps: readonly Fields[], settings: Fields): ImportedTour {
  const { list, add } = createNotes();
  const placeOf = ({ step }: Fields): number => (typeof step === 'number' ? step : Number.POSITIVE_INFINITY);
  const sorted = steps.some(({ step }) => step !== undefined)
    ? [...steps].sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)))
    : steps;
  noteSettings(settings, add);
  const read = sorted.map((step, at) => readStep(step, `step ${at + 1}`, add));
  return { from: 'Intro.js', steps: read, modal: false, notes: list };
}
