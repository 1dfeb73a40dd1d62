import type { HintView } from '@regulars/core';
import { type GuidanceAction, wordedAction } from '../lib/guidance-action-rule.ts';

/** What the hint's template needs. */
export interface HintShow {
  readonly title: string | undefined;
  readonly body: string;
  readonly button: { readonly label: string; readonly action: GuidanceAction } | undefined;
}

/** Selectors of a hint in order; none: the beacon stands in its slot. */
export function selectorsOf({ props: { target = [] } }: HintView): readonly string[] {
  return typeof target === 'string' ? [target] : target;
}

/** Words and button of a hint. */
export function hintShow({ props, texts }: HintView): HintShow {
  const { title, body, button } = props;
  return {
    title: title === undefined ? undefined : (texts[title] ?? title),
    body: texts[body] ?? body,
    button: button && {
      label: texts[button.label] ?? button.label,
      action: wordedAction(button.action, texts),
    },
  };
}
