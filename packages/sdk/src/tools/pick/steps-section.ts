import { make } from '../debug/dom.ts';
import { campaignJson, type PickedStep } from './make-step.ts';
import type { PickWords } from './pick-words.ts';
import { readSteps, writeSteps } from './step-store.ts';

/** The tour so far. */
export interface StepsSection {
  readonly element: HTMLElement;
  add(step: PickedStep): void;
  readonly steps: () => readonly PickedStep[];
}

/** What its buttons do. */
export interface StepsHooks {
  readonly text: PickWords;
  readonly locale: string;
  readonly play: (steps: readonly PickedStep[]) => void;
  /** Copies; says by itself whether it could. */
  readonly copy: (json: string) => void;
}

/** Builds the list of the tour's steps; it lasts over the tab's pages until it is emptied. */
export function createStepsSection({ text, locale, play, copy }: StepsHooks): StepsSection {
  let steps = readSteps();
  const list = make('ol');
  const none = make('p', { class: 'quiet' }, text('none'));
  const name = make('input', { type: 'text', value: text('steps'), maxlength: '80' }) as HTMLInputElement;
  const playing = make('button', { type: 'button' }, text('preview-tour'));
  const copying = make('button', { type: 'button', class: 'strong' }, text('copy-tour'));
  const rest = make(
    'div',
    {},
    make('label', {}, text('tour-name'), name),
    make('div', { class: 'row' }, playing, copying),
  );
  const set = (next: readonly PickedStep[]): void => {
    steps = next;
    writeSteps(steps);
    none.hidden = steps.length > 0;
    rest.hidden = steps.length === 0;
    list.replaceChildren(
      ...steps.map((step) => {
        const what = step.title || step.body;
        const remove = make(
          'button',
          { type: 'button', class: 'icon', 'aria-label': text('remove', { what }) },
          '×',
        );
        remove.addEventListener('click', () => set(steps.filter((one) => one !== step)));
        return make('li', {}, make('span', {}, what), remove);
      }),
    );
  };
  playing.addEventListener('click', () => play(steps));
  copying.addEventListener('click', () =>
    copy(JSON.stringify(campaignJson(steps, locale, name.value.trim() || text('steps')), null, 2)),
  );
  set(steps);
  return {
    element: make('section', {}, make('h3', {}, text('steps')), none, list, rest),
    add: (step) => set([...steps, step]),
    steps: () => steps,
  };
}
