import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Player } from './player.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Ours: the files of the build. */
export function regularsPlayer(): Player {
  return {
    name: 'regulars',
    version: (JSON.parse(read('../../../../packages/sdk/package.json')) as { version: string }).version,
    tags: '<script type="module" src="/player.js"></script><script type="module" src="/sdk/regulars.js"></script>',
    script: read('./regulars.page.mjs'),
    parts: {
      // Before it is placed it cannot be seen.
      box: 'regulars-tour [part~="box"]:not(.tooltip:not([data-side]))',
      next: 'regulars-tour [part~="next"]',
      back: 'regulars-tour [part~="footer"] button:text-is("Back")',
      close: 'regulars-tour [part~="close"]',
      spot: 'regulars-tour .spot:not([hidden])',
      arrow: 'regulars-tour [part~="arrow"]',
      resume: 'regulars-tour [part~="resume"]',
      own: 'regulars-overlay',
    },
    skills: new Set(['wait', 'skip', 'labels', 'confirm', 'advance', 'modal', 'no-scroll', 'events', 'side']),
    // Gives every element of the page its host; comes with the first one.
    keeps: ['HTMLDocument context-request'],
    onNode: {
      folder: fileURLToPath(new URL('../../../../', import.meta.url)),
      args: ['--conditions=source'],
      script: `await import('regulars'); await import('@regulars/core/tours'); await import('@regulars/widgets/tour');`,
    },
  };
}
