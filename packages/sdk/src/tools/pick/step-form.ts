import { make } from '../debug/dom.ts';
import type { PickedStep } from './make-step.ts';
import type { PickWords } from './pick-words.ts';
import type { SelectorCandidate } from './rank-selectors.ts';

/** What a person writes about a step. */
export interface StepForm {
  readonly element: HTMLElement;
  /** The step as it is written now. */
  read(): PickedStep;
  /** Shows the ways to another element; the first one is chosen. */
  show(candidates: readonly SelectorCandidate[]): void;
  /** Empties the words for the next step. */
  clear(): void;
}

const gradeOf = (stability: number): 'strong' | 'fair' | 'weak' =>
  stability >= 70 ? 'strong' : stability >= 45 ? 'fair' : 'weak';

/** One way as a radio button: the selector, how well it holds, and why. */
function wayOf(
  { selector, stability, reason, count }: SelectorCandidate,
  isFirst: boolean,
  text: PickWords,
): HTMLElement {
  const input = make('input', {
    type: 'radio',
    name: 'way',
    value: selector,
    ...(isFirst && { checked: '' }),
  });
  const grade = gradeOf(stability);
  const shared = count > 1 ? `, ${text('shared', { count })}` : '';
  const why = make(
    'span',
    { class: 'why' },
    make('b', { class: grade }, text(grade)),
    `: ${text(reason)}${shared}`,
  );
  return make('label', { class: 'way' }, input, make('code', {}, selector), why);
}

const sides = ['auto', 'top', 'bottom', 'start', 'end'] as const;

/** Controls of the form. */
interface Fields {
  readonly ways: HTMLElement;
  readonly title: HTMLInputElement;
  readonly body: HTMLTextAreaElement;
  readonly page: HTMLInputElement;
  readonly side: HTMLSelectElement;
  readonly element: HTMLElement;
}

function createFields(text: PickWords): Fields {
  const ways = make('div');
  const title = make('input', { type: 'text', maxlength: '120' }) as HTMLInputElement;
  const body = make('textarea', { maxlength: '600', rows: '3' }) as HTMLTextAreaElement;
  const page = make('input', {
    type: 'text',
    value: location.pathname,
    spellcheck: 'false',
  }) as HTMLInputElement;
  const options = sides.map((one) => make('option', { value: one }, text(`side-${one}`)));
  const side = make('select', {}, ...options) as HTMLSelectElement;
  const field = (label: string, control: HTMLElement, hint?: string): HTMLElement =>
    make('label', {}, label, hint ? make('small', {}, ` (${hint})`) : null, control);
  const element = make(
    'form',
    {},
    make('fieldset', {}, make('legend', {}, text('ways')), ways),
    field(text('step-title'), title),
    field(text('step-body'), body),
    field(text('page'), page, text('anywhere')),
    field(text('side'), side),
  );
  return { ways, title, body, page, side, element };
}

/** Builds the form of a step. */
export function createStepForm(text: PickWords, onChange: () => void): StepForm {
  const { ways, title, body, page, side, element } = createFields(text);
  let found: readonly SelectorCandidate[] = [];
  element.addEventListener('input', onChange);
  element.addEventListener('submit', (event) => event.preventDefault());
  return {
    element,
    show(candidates) {
      found = candidates;
      ways.replaceChildren(...candidates.map((one, at) => wayOf(one, at === 0, text)));
      onChange();
    },
    read() {
      const chosen = element.querySelector<HTMLInputElement>('[name="way"]:checked')?.value;
      // What holds as well stands behind the chosen one: when that breaks, the next is tried.
      const more = found.filter(({ selector, stability }) => selector !== chosen && stability >= 60);
      return {
        selectors: [...(chosen ? [chosen] : []), ...more.slice(0, 1).map(({ selector }) => selector)],
        page: page.value.trim(),
        title: title.value.trim(),
        body: body.value.trim(),
        placement: sides.find((one) => one === side.value) ?? 'auto',
      };
    },
    clear() {
      title.value = '';
      body.value = '';
      onChange();
    },
  };
}
