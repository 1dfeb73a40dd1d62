/** What a shop would import, its budget, and whether the README shows it. */
export interface SizeEntry {
  /** As the README names it. */
  readonly what: string;
  /** The module that is bundled, dependencies included. */
  readonly code: string;
  /** Bytes after gzip that it may have, or null where none is set. */
  readonly limitBytes: number | null;
  /** Names the row of the chunks that an import does not fetch: they load when something rare needs them. */
  readonly later?: string;
}

const all = (...names: readonly string[]): string =>
  names.map((name, at) => `import * as part${at} from '${name}'; console.log(part${at});`).join('\n');

const core = `import { createCore } from '@regulars/core';
import { httpAdapter } from '@regulars/adapters/http';
console.log(createCore, httpAdapter);
`;
// Campaigns show something, and what shows needs the host part.
const shown = `${core}import { hostPart } from '@regulars/core';
console.log(hostPart);
`;

/** In the order of the README's table. */
export const entries: readonly SizeEntry[] = [
  {
    what: '`@regulars/core` + HTTP adapter',
    code: core,
    limitBytes: 10_000,
    later: 'its parts that load when used: no storage, tidying the log, refused events, export, debug panel',
  },
  {
    what: '… + `/campaigns`',
    code: shown + all('@regulars/core/campaigns'),
    limitBytes: 14_000,
    later:
      'what a document or page may need besides: checking a new document, audiences and tests, caps and quiet, opening; with the parts above',
  },
  {
    what: '… + `/campaigns` + `/recommendations`',
    code: shown + all('@regulars/core/campaigns', '@regulars/core/recommendations'),
    limitBytes: 18_000,
  },
  { what: '`@regulars/core/rules`', code: all('@regulars/core/rules'), limitBytes: null },
  { what: '`@regulars/core/tours`', code: all('@regulars/core/tours'), limitBytes: null },
  { what: '`@regulars/core/rewards`', code: all('@regulars/core/rewards'), limitBytes: null },
  {
    what: '`@regulars/core/collect/structured-data`',
    code: all('@regulars/core/collect/structured-data'),
    limitBytes: null,
  },
  {
    what: '`@regulars/core/collect/data-layer`',
    code: all('@regulars/core/collect/data-layer'),
    limitBytes: null,
  },
  {
    what: '`@regulars/adapters/static-files`',
    code: all('@regulars/adapters/static-files'),
    limitBytes: null,
  },
  { what: '`@regulars/widgets/slot` (Lit included)', code: all('@regulars/widgets/slot'), limitBytes: null },
  { what: '`@regulars/widgets/tour` (Lit included)', code: all('@regulars/widgets/tour'), limitBytes: null },
  {
    what: '`@regulars/widgets/carousel` (Lit included)',
    code: all('@regulars/widgets/carousel'),
    limitBytes: null,
  },
  {
    what: '`@regulars/widgets/wallet` (Lit included)',
    code: all('@regulars/widgets/wallet'),
    limitBytes: null,
  },
  {
    what: '`@regulars/widgets/wheel` (Lit included)',
    code: all('@regulars/widgets/wheel'),
    limitBytes: null,
  },
];
