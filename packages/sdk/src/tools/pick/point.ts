/** What pointing tells. */
export interface PointHooks {
  /** Another element is pointed at. */
  readonly onAim: (element: Element | null) => void;
  /** It was chosen. */
  readonly onPick: (element: Element) => void;
  /** Left without a choice. */
  readonly onLeave: () => void;
  /** Whether an event is about the tool itself. */
  readonly isOwn: (event: Event) => boolean;
}

/** Everything by which a press could reach the page. */
const presses = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'submit',
  'dragstart',
] as const;

const childrenOf = (element: Element): Element[] => [...(element.shadowRoot ?? element).children];
const parentOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};
const isBox = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
};

const controls =
  'a[href], button, input, select, textarea, summary, label, [role="button"], [role="link"], [role="tab"], [role="menuitem"]';

/** The control around an icon or a word that is pointed at: it is what a person means. ArrowDown leads into it. */
export function controlOf(element: Element): Element {
  return element.closest(controls) ?? element;
}

/** The element that an arrow key leads to: up to what is around it, down into it, along its neighbours. */
export function neighbour(element: Element, key: string): Element | null {
  if (key === 'ArrowUp') return parentOf(element);
  if (key === 'ArrowDown') return childrenOf(element).find(isBox) ?? null;
  const parent = parentOf(element);
  const row = parent ? childrenOf(parent).filter(isBox) : [];
  return row[row.indexOf(element) + (key === 'ArrowRight' ? 1 : -1)] ?? null;
}

/**
 * Lets a person point at an element of the page, with pointer or keyboard. Presses are swallowed before anything of the
 * page hears of them: nothing is bought or opened by pointing at it. Returns its stop.
 */
export function pointAt({ onAim, onPick, onLeave, isOwn }: PointHooks): () => void {
  const stop = new AbortController();
  const options = { capture: true, passive: false, signal: stop.signal };
  let aim: Element | null = null;
  const take = (element: Element | null): void => {
    aim = element;
    onAim(element);
  };
  const targetOf = (event: Event): Element | null => {
    const [target] = event.composedPath();
    return target instanceof Element ? controlOf(target) : null;
  };
  const swallow = (event: Event): void => {
    if (isOwn(event)) return;
    // A touch that is prevented would bring no click, and no scrolling.
    if (!event.type.startsWith('touch')) event.preventDefault();
    event.stopImmediatePropagation();
    const target = targetOf(event);
    if (event.type === 'click' && target) onPick(target);
  };
  const onMove = (event: Event): void => {
    if (isOwn(event)) return;
    const target = targetOf(event);
    if (target !== aim) take(target);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onLeave();
    else if (isOwn(event) && event.key === 'Enter') return;
    else if (event.key === 'Enter' && aim) onPick(aim);
    else if (event.key.startsWith('Arrow')) {
      const next = neighbour(aim ?? document.body, event.key);
      if (next) take(next);
      next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of presses) addEventListener(type, swallow, options);
  addEventListener('pointermove', onMove, options);
  addEventListener('keydown', onKey, options);
  return () => stop.abort();
}
