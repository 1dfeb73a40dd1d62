import type { WidgetHost } from '@regulars/core';

/** Key of the host in the community context protocol; the same in every copy of this module. */
export const hostContext: unique symbol = Symbol.for('regulars.host');

/** Called with the host, and with `undefined` when its provider stops. */
export type HostListener = (host: WidgetHost | undefined, stop?: () => void) => void;

/**
 * Request for a context value, as the community protocol has it: dispatched by whoever needs, answered by an ancestor.
 * Source: github.com/webcomponents-cg/community-protocols, context.
 */
export class ContextRequestEvent extends Event {
  readonly context: unknown = hostContext;
  readonly subscribe: boolean = true;
  readonly callback: HostListener;
  readonly contextTarget: EventTarget;

  constructor(callback: HostListener, contextTarget: EventTarget) {
    super('context-request', { bubbles: true, composed: true });
    this.callback = callback;
    this.contextTarget = contextTarget;
  }
}

/** Told to those who asked too early. */
const PROVIDED = 'regulars-host-provided';

/**
 * Answers every request for the host below `target`, also those made before it stood. Returns its stop,
 * after which the elements stand without a host.
 */
export function provideHost(target: Document | Element, host: WidgetHost): () => void {
  const listeners = new Set<HostListener>();
  const answer = (event: Event): void => {
    const request = event as ContextRequestEvent;
    if (request.context !== hostContext || typeof request.callback !== 'function') return;
    event.stopImmediatePropagation();
    const { callback } = request;
    if (request.subscribe) listeners.add(callback);
    callback(host, () => listeners.delete(callback));
  };
  target.addEventListener('context-request', answer);
  (target.ownerDocument ?? target).dispatchEvent(new Event(PROVIDED));
  return () => {
    target.removeEventListener('context-request', answer);
    for (const callback of [...listeners]) callback(undefined);
    listeners.clear();
  };
}

/** Asks for the host now and whenever one appears later; returns its stop. */
export function requestHost(element: Element, listener: (host: WidgetHost | undefined) => void): () => void {
  let given: (() => void) | undefined;
  let held = false;
  const callback: HostListener = (host, stop) => {
    given = stop;
    held = !!host;
    listener(host);
  };
  const ask = (): void => {
    if (!held) element.dispatchEvent(new ContextRequestEvent(callback, element));
  };
  const { ownerDocument } = element;
  ownerDocument.addEventListener(PROVIDED, ask);
  ask();
  return () => {
    ownerDocument.removeEventListener(PROVIDED, ask);
    given?.();
  };
}
