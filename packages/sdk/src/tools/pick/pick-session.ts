import { isVisible } from '@regulars/widgets';
import { make } from '../debug/dom.ts';
import { describeElement } from './describe-element.ts';
import { type PickedStep, stepIds, stepJson } from './make-step.ts';
import { pathsTo } from './path-to.ts';
import { createPickFrame, type PickFrame } from './pick-frame.ts';
import { createPickWords, type PickWords } from './pick-words.ts';
import { pointAt } from './point.ts';
import { createStepForm, type StepForm } from './step-form.ts';
import { createStepsSection, type StepsSection } from './steps-section.ts';

/** One person making a tour: pointing, writing, looking, collecting. */
export class PickSession {
  readonly frame: PickFrame;
  readonly #text: PickWords;
  readonly #locale: string;
  readonly #form: StepForm;
  readonly #list: StepsSection;
  readonly #details: HTMLElement;
  readonly #pointer: HTMLElement;
  readonly #code: HTMLTextAreaElement;
  #chosen: Element | null = null;
  #stopPointing: (() => void) | null = null;
  #stopPreview: (() => void) | null = null;

  constructor(locale: string) {
    const { lang, text } = createPickWords(locale);
    this.#text = text;
    this.#locale = locale;
    this.frame = createPickFrame(text, lang);
    this.#code = make('textarea', {
      class: 'code',
      readonly: '',
      'aria-label': text('json'),
      spellcheck: 'false',
    }) as HTMLTextAreaElement;
    this.#pointer = this.#button('point', () => this.#point(this.#stopPointing === null), 'strong point');
    this.#list = createStepsSection({
      text,
      locale,
      play: (steps) => this.#play(steps),
      copy: (json) => this.#copy(json, 'next'),
    });
    this.#form = createStepForm(text, () => this.#write());
    this.#details = make('div', { hidden: '' }, this.#form.element, ...this.#actions());
    this.frame.body.append(this.#pointer, this.#details, this.#list.element);
  }

  /** Begins to follow the page. */
  start(): void {
    addEventListener('scroll', this.#follow, { capture: true, passive: true });
    addEventListener('resize', this.#follow, { passive: true });
    this.#pointer.focus({ preventScroll: true });
  }

  /** Leaves nothing behind in the page. */
  stop(): void {
    this.#stopPointing?.();
    this.#stopPreview?.();
    removeEventListener('scroll', this.#follow, { capture: true });
    removeEventListener('resize', this.#follow);
  }

  #button(key: 'point' | 'preview' | 'add' | 'copy', act: () => void, look = ''): HTMLElement {
    const button = make('button', { type: 'button', class: look }, this.#text(key));
    button.addEventListener('click', act);
    return button;
  }

  #actions(): readonly HTMLElement[] {
    const preview = this.#button('preview', () => this.#withWords((step) => this.#play([step])));
    const add = this.#button('add', () => this.#withWords((step) => this.#add(step)), 'strong');
    const copy = this.#button('copy', () => this.#copy(this.#code.value, 'copied'));
    return [
      make('div', { class: 'row' }, preview, add),
      make('label', {}, this.#text('json'), this.#code),
      make('div', { class: 'row' }, copy),
    ];
  }

  /** The step's JSON follows what is written. */
  #write(): void {
    const step = this.#form.read();
    const id = stepIds([...this.#list.steps(), step]).at(-1) ?? 'step';
    this.#code.value = JSON.stringify(stepJson(step, id), null, 2);
  }

  #withWords(act: (step: PickedStep) => void): void {
    const step = this.#form.read();
    if (step.body) act(step);
    else this.frame.say(this.#text('needs-words'));
  }

  #add(step: PickedStep): void {
    this.#list.add(step);
    this.#form.clear();
    this.#details.hidden = true;
    this.#chosen = null;
    this.frame.drawAt(null);
    this.frame.say(this.#text('nothing'));
    this.#pointer.focus();
  }

  #point(on: boolean): void {
    const { frame } = this;
    this.#stopPointing?.();
    this.#stopPointing = null;
    this.#pointer.setAttribute('aria-pressed', String(on));
    frame.panel.classList.toggle('small', on);
    frame.aim.classList.toggle('chosen', !on);
    if (!on) {
      frame.drawAt(this.#chosen);
      return;
    }
    frame.say(this.#text('pointing'));
    this.#stopPointing = pointAt({
      isOwn: (event) => event.composedPath().includes(frame.host),
      onAim: (element) => this.#aim(element),
      onPick: (element) => this.#choose(element),
      onLeave: () => this.#point(false),
    });
  }

  #aim(element: Element | null): void {
    this.frame.drawAt(element);
    if (!element) return;
    // Out of the way of what is pointed at.
    const [box, own] = [element.getBoundingClientRect(), this.frame.panel.getBoundingClientRect()];
    const covers =
      box.right > own.left && box.left < own.right && box.bottom > own.top && box.top < own.bottom;
    if (covers && box.width < innerWidth / 2) this.frame.panel.classList.toggle('left');
    this.frame.say(describeElement(element));
  }

  #choose(element: Element): void {
    const ways = pathsTo(element, isVisible);
    this.#chosen = element;
    this.#point(false);
    this.#details.hidden = ways.length === 0;
    this.frame.say(
      this.#text(ways.length > 0 ? 'picked' : 'unreachable', { what: describeElement(element) }),
    );
    this.#form.show(ways);
    this.#details.querySelector<HTMLElement>('input[type="text"]')?.focus();
  }

  #play(steps: readonly PickedStep[]): void {
    const { frame } = this;
    this.#stopPreview?.();
    frame.panel.classList.add('small');
    const over = (key: 'nothing' | 'preview-missing' | 'preview-blocked'): void => {
      frame.panel.classList.remove('small');
      this.#stopPreview = null;
      frame.say(this.#text(key));
    };
    const onEnd = (why: 'over' | 'missing'): void => over(why === 'missing' ? 'preview-missing' : 'nothing');
    // Lit comes with the preview: a page that keeps it out still gets its JSON.
    import('./preview.ts')
      .then(({ previewSteps }) => previewSteps(steps, { from: 0, locale: this.#locale, onEnd }))
      .then(
        (stop) => {
          this.#stopPreview = stop;
        },
        () => over('preview-blocked'),
      );
  }

  async #copy(json: string, done: 'copied' | 'next'): Promise<void> {
    this.#code.value = json;
    try {
      await navigator.clipboard.writeText(json);
      this.frame.say(this.#text(done));
    } catch {
      this.#details.hidden = false;
      this.#code.focus();
      this.#code.select();
      this.frame.say(this.#text('copy-blocked'));
    }
  }

  readonly #follow = (): void => {
    if (!this.#stopPointing) this.frame.drawAt(this.#chosen);
  };
}
