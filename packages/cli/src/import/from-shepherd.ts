import { createNotes, type ImportedStep, type ImportedTour, type Note } from './imported-tour.ts';
import { Code, type Literal } from './literal.ts';
import { type Fields, isFields, noteRest, readSelector, readSide, readWords } from './read-value.ts';

/** Whether a literal is a step of Shepherd. */
export const isShepherdStep = (value: Literal): value is Fields =>
  isFields(value) &&
  (isFields(value.attachTo) ||
    (value.text !== undefined &&
      (value.buttons !== undefined || value.title !== undefined || value.id !== undefined)));

const actions: Readonly<Record<string, string>> = {
  next: 'next',
  back: 'back',
  cancel: 'dismiss',
  complete: 'complete',
};

/** What a button does: by name, or by the method that its code calls alone. */
function readAction(button: Fields): string | undefined {
  if (typeof button.type === 'string') return actions[button.type];
  if (!(button.action instanceof Code)) return undefined;
  const method =
    /^(?:(?:function\s*)?\([^)]*\)\s*(?:=>\s*)?\{?\s*(?:return\s+)?)?(?:this|\w+)\s*\.\s*(next|back|cancel|complete)\s*(?:\(\s*\))?;?\s*\}?$/.exec(
      button.action.source,
    )?.[1];
  return method && actions[method];
}

function readButtons(value: Literal | undefined, at: string, note: Note): ImportedStep['buttons'] {
  if (!Array.isArray(value)) return undefined;
  const found = value.filter(isFields).flatMap((button) => {
    const label = readWords(button.text, at, note);
    const action = readAction(button);
    if (!action)
      note(
        at,
        'button-is-code',
        `Button "${label ?? '?'}" runs code; here it goes on. Give it one of the actions: next, back, go, open, start, snooze, complete, dismiss.`,
      );
    return label ? [{ label, action: action ?? 'next' }] : [];
  });
  if (found.length === 0)
    note(at, 'buttons-added', 'It has no buttons there; here a step always has "next" or "done".');
  return found.length > 0 ? found.slice(0, 4) : undefined;
}

/** Selector whose click advances. */
function readAdvance(advanceOn: Literal | undefined, at: string, note: Note): string | undefined {
  if (!isFields(advanceOn)) return undefined;
  const { event, selector } = advanceOn;
  if (event === 'click' && typeof selector === 'string') return selector;
  const message = `It advances on "${String(event)}"; here "advanceOn" takes clicks, what appears or disappears, a valid form, time, and journey events.`;
  note(at, 'advance-dropped', message);
  return undefined;
}

function readStep(step: Fields, at: string, note: Note): ImportedStep {
  const { attachTo, advanceOn, id, scrollTo } = step;
  const attached = isFields(attachTo) ? attachTo : {};
  const clicks = readAdvance(advanceOn, at, note);
  if (step.canClickTarget === false)
    note(at, 'target-usable', 'Its element cannot be used there; here shoppers may use it.');
  if (step.showOn !== undefined || step.beforeShowPromise !== undefined)
    note(
      at,
      'condition-dropped',
      'When it shows is decided by code (showOn, beforeShowPromise). Use "audience", and "waitMs" to wait for the target.',
    );
  noteRest(
    step,
    [
      'id',
      'title',
      'text',
      'attachTo',
      'advanceOn',
      'buttons',
      'scrollTo',
      'canClickTarget',
      'showOn',
      'beforeShowPromise',
      'cancelIcon',
    ],
    at,
    note,
  );
  return {
    id: typeof id === 'string' ? id : undefined,
    target: readSelector(attached.element, at, note),
    title: readWords(step.title, at, note),
    body: readWords(step.text, at, note) ?? '',
    placement: readSide(attached.on, at, note),
    scroll: scrollTo === false ? false : undefined,
    clicks,
    buttons: readButtons(step.buttons, at, note),
  };
}

/** Reads steps of Shepherd and the settings around them; `defaultStepOptions` hold for every step. */
export function fromShepherd(steps: readonly Fields[], settings: Fields): ImportedTour {
  const { list, add } = createNotes();
  const common = isFields(settings.defaultStepOptions) ? settings.defaultStepOptions : {};
  for (const key of ['exitOnEsc', 'keyboardNavigation'])
    if (settings[key] === false)
      add('tour', 'always-closable', `${key}: false is left out: keys always work, and Escape leaves.`);
  if (settings.confirmCancel)
    add('tour', 'confirm-dropped', 'confirmCancel is left out: leaving asks nothing back.');
  noteRest(
    settings,
    [
      'steps',
      'defaultStepOptions',
      'useModalOverlay',
      'exitOnEsc',
      'keyboardNavigation',
      'confirmCancel',
      'confirmCancelMessage',
      'tourName',
    ],
    'tour',
    add,
  );
  const read = steps.map((step, at) => readStep({ ...common, ...step }, `step ${at + 1}`, add));
  return { from: 'Shepherd', steps: read, modal: settings.useModalOverlay === true, notes: list };
}
