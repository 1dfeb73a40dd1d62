import type { PickedStep } from './make-step.ts';

const key = 'regulars-pick:steps';

const isStep = (value: unknown): value is PickedStep => {
  const { selectors, page, title, body, placement } = Object(value);
  return (
    Array.isArray(selectors) &&
    selectors.every((one) => typeof one === 'string') &&
    [page, title, body, placement].every((one) => typeof one === 'string')
  );
};

/** Steps picked in this tab, also on its earlier pages; what is not a step is left out. */
export function readSteps(): readonly PickedStep[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(found) ? found.filter(isStep) : [];
  } catch {
    // Storage is refused, or another script wrote there.
    return [];
  }
}

/** Keeps the steps for the tab's next pages; without storage they last as long as the page. */
export function writeSteps(steps: readonly PickedStep[]): void {
  try {
    if (steps.length > 0) sessionStorage.setItem(key, JSON.stringify(steps));
    else sessionStorage.removeItem(key);
  } catch {
    // The list on the screen is still right.
  }
}
