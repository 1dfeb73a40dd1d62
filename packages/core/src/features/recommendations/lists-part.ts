import { type Presenter, presenterPort } from '../../campaigns/presenter-port.ts';
import type { Part, PartContext } from '../../journey/part.ts';
import { createDisposer } from '../../lib/disposer.ts';
import { viewSourcePort } from '../widget-signal.ts';
import { createListViews } from './list-views.ts';
import { createLists, type Lists } from './lists.ts';
import { type Ranker, rankerPort } from './rank-port.ts';
import { whenDataAllows } from './when-data-allows.ts';

/** What the lists of a page need to know. */
export interface RecommendationsOptions {
  /** Address of the index's manifest; a function is asked when the first list opens. */
  readonly index: string | (() => string | undefined);
  /** Resolves when files may be fetched (default: at once, with `Save-Data` at the visitor's first act). */
  readonly mayLoad?: ((signal: AbortSignal) => Promise<void>) | undefined;
  /** Ranks in place of the index (default: nobody does). */
  readonly ranker?: Ranker | undefined;
}

/** The lists themselves, fetched when the first campaign with one has won its slot. */
export function listsPart({ index, ranker, mayLoad = whenDataAllows }: RecommendationsOptions): Part {
  let lists: Lists | undefined;
  const url = (): string | undefined => (typeof index === 'string' ? index : index());
  return {
    name: 'recommendations',
    start(context) {
      const stops = createDisposer();
      lists = createLists(context, { url, mayLoad });
      if (ranker) stops.add(context.ports.provide(rankerPort, ranker));
      stops.add(context.ports.provide(presenterPort, createPresenter(context, lists, url)));
      stops.add(context.ports.provide(viewSourcePort, createListViews(context, lists)));
      stops.add(lists.stop);
      return stops.stop;
    },
    idle: async () => lists?.idle(),
    inspect: () => lists?.inspect() ?? null,
  };
}

function createPresenter(context: PartContext, lists: Lists, url: () => string | undefined): Presenter {
  return {
    type: 'carousel',
    refusal: () =>
      (context.resources && url()) || context.ports.use(rankerPort).length > 0 ? null : 'no-index',
    open: lists.open,
  };
}
