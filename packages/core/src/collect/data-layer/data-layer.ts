import type { Collector } from '../collector.ts';
import { readPush } from './read-push.ts';

/**
 * Records the GA4 e-commerce pushes of the page: those that stand in the array already (where consent is older than
 * the page), and those to come. Every other tag keeps seeing them first.
 * @param name the array's name on `window` (default `dataLayer`).
 * @param from place in the array from which entries are read in any case: a collector that comes late was already
 * allowed to see them (default: none).
 */
export function dataLayer(name = 'dataLayer', from = 1e9): Collector {
  return ({ record, replay, problems }) => {
    const page: Record<string, unknown> = Object(window);
    if (!Array.isArray(page[name])) page[name] = [];
    const layer = page[name] as unknown[];
    let read = (entry: unknown): void => {
      try {
        for (const act of readPush(entry)) record('data-layer', ...act);
      } catch (cause) {
        problems.report({ code: 'data-layer-unread', cause });
      }
    };
    const original = layer.push;
    const ours: typeof original = (...entries) => {
      const length = original.apply(layer, entries);
      for (const entry of entries) read(entry);
      return length;
    };
    for (const entry of layer.slice(replay ? 0 : from)) read(entry);
    layer.push = ours;
    return () => {
      read = () => {};
      // Somebody may have wrapped ours since; then it stays in their chain.
      if (layer.push === ours) layer.push = original;
    };
  };
}
