import { createNotes, type ImportedStep, type ImportedTour, type Note } from './imported-tour.ts';
import type { Literal } from './literal.ts';
import { type Fields, isFields, noteRest, readSelector, readSide, readWords } from './read-value.ts';

/** Whether a literal is a step of driver.js. */
export const isDriverStep = (value: Literal): value is Fields => isFields(value) && isFields(value.popover);

const popoverKeys = [
  'title',
  'description',
  'side',
  'align',
  'nextBtnText',
  'doneBtnText',
  'prevBtnText',
  'showProgress',
  'progressText',
];

function readStep(step: Fields, at: string, note: Note): ImportedStep {
  const popover = isFields(step.popover) ? step.popover : {};
  const { title, description, side, nextBtnText, doneBtnText, prevBtnText } = popover;
  if (popover.align !== undefined)
    note(
      'tour',
      'alignment-dropped',
      'Alignment along a side is left out: the box stays by its target’s middle and inside the window.',
    );
  if (step.disableActiveInteraction === true)
    note(
      at,
      'target-usable',
      'Its element cannot be used there; here shoppers may use it. Set "modal" on the step to block the rest of the page.',
    );
  noteRest(popover, popoverKeys, at, note);
  noteRest(step, ['element', 'popover', 'disableActiveInteraction'], at, note);
  const words = [prevBtnText, nextBtnText ?? doneBtnText].map((one) => readWords(one, at, note));
  const [back, next] = words;
  return {
    target: readSelector(step.element, at, note),
    title: readWords(title, at, note),
    body: readWords(description, at, note) ?? '',
    placement: readSide(side, at, note),
    buttons: next
      ? [...(back ? [{ label: back, action: 'back' }] : []), { label: next, action: 'next' }]
      : undefined,
  };
}

/** Reads steps of driver.js and the settings around them. */
export function fromDriver(steps: readonly Fields[], settings: Fields): ImportedTour {
  const { list, add } = createNotes();
  add(
    'tour',
    'page-usable',
    'driver.js covers the page; here it stays usable beside the step. Set "modal": true to keep it covered.',
  );
  if (settings.allowClose === false)
    add('tour', 'always-closable', 'allowClose: false is left out: shoppers can always leave.');
  noteRest(settings, ['steps', 'allowClose', 'showProgress', 'progressText'], 'tour', add);
  const read = steps.map((step, at) => readStep(step, `step ${at + 1}`, add));
  return { from: 'driver.js', steps: read, modal: false, notes: list };
}
