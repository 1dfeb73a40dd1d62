import { stackOverlay } from './overlay-stack.ts';

/** Leaves what an element has open by Escape, and by a press anywhere but in it. Returns its stop. */
export function lightDismiss(element: Element, leave: (cause: 'escape' | 'outside') => void): () => void {
  const { ownerDocument } = element;
  const stopEscape = stackOverlay(ownerDocument, () => leave('escape'));
  const onPress = (event: Event): void => {
    if (!event.composedPath().includes(element)) leave('outside');
  };
  ownerDocument.addEventListener('pointerdown', onPress, { capture: true });
  return () => {
    stopEscape();
    ownerDocument.removeEventListener('pointerdown', onPress, { capture: true });
  };
}
