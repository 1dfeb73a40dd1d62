import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Player, Skill } from './player.ts';

interface Rival {
  /** Name on npm, and its stylesheet in the package. */
  readonly package: string;
  readonly css?: string | undefined;
  readonly parts: Player['parts'];
  readonly skills: readonly Skill[];
  /** Makes a tour on Node, as a server would. */
  readonly onNode: string;
}

const bench = new URL('../../../bench/', import.meta.url);

/** The five libraries: what their parts are called and what they can be asked for. */
const rivals: Readonly<Record<string, Rival>> = {
  shepherd: {
    package: 'shepherd.js',
    css: 'dist/css/shepherd.css',
    parts: {
      box: '.shepherd-element',
      next: '.shepherd-element .shepherd-button:not(.shepherd-button-secondary)',
      back: '.shepherd-element .shepherd-button-secondary',
      close: '.shepherd-element .shepherd-cancel-icon',
      spot: '.shepherd-modal-overlay-container path',
      arrow: '.shepherd-element .shepherd-arrow',
      own: '.shepherd-element, .shepherd-modal-overlay-container',
    },
    skills: [
      ...([
        'functions',
        'elements',
        'wait',
        'skip',
        'before',
        'confirm',
        'confirm-async',
        'advance',
      ] as const),
      ...(['no-scroll', 'no-escape', 'remove-step', 'extra-highlights', 'go-to', 'side'] as const),
    ],
    onNode: `const { default: Shepherd } = await import('shepherd.js'); new Shepherd.Tour({ steps: [{ id: 'a', text: 'A' }] });`,
  },
  'driver-js': {
    package: 'driver.js',
    css: 'dist/driver.css',
    parts: {
      box: '.driver-popover',
      next: '.driver-popover-next-btn',
      back: '.driver-popover-prev-btn:not(.driver-popover-btn-disabled)',
      close: '.driver-popover-close-btn',
      spot: '.driver-overlay path',
      arrow: '.driver-popover-arrow:not(.driver-popover-arrow-none)',
      own: '.driver-popover, .driver-overlay, #driver-dummy-element',
    },
    skills: [
      ...(['functions', 'elements', 'wait', 'skip', 'confirm', 'confirm-async', 'no-escape'] as const),
      ...(['go-to', 'side', 'labels'] as const),
    ],
    onNode: `const { driver } = await import('driver.js'); driver({ steps: [{ popover: { title: 'A' } }] });`,
  },
  'intro-js': {
    package: 'intro.js',
    css: 'introjs.css',
    parts: {
      box: '.introjs-tooltip',
      next: '.introjs-nextbutton',
      back: '.introjs-prevbutton:not(.introjs-disabled)',
      close: '.introjs-skipbutton',
      spot: '.introjs-helperLayer',
      arrow: '.introjs-arrow',
      own: '.introjs-overlay, .introjs-helperLayer, .introjs-tooltipReferenceLayer, .introjs-disableInteraction, .introjsFloatingElement',
    },
    skills: [
      'elements',
      'before',
      'confirm',
      'confirm-async',
      'no-scroll',
      'no-escape',
      'go-to',
      'side',
      'labels',
    ],
    onNode: `const { default: introJs } = await import('intro.js'); introJs.tour().setOptions({ steps: [{ intro: 'A' }] });`,
  },
  joyride: {
    package: 'react-joyride',
    parts: {
      box: '.react-joyride__tooltip',
      next: '.react-joyride__tooltip [data-action="primary"]',
      back: '.react-joyride__tooltip [data-action="back"]',
      // The last step has no button "skip".
      close:
        '.react-joyride__tooltip [data-action="skip"], .react-joyride__tooltip:not(:has([data-action="skip"])) [data-action="close"]',
      spot: '.react-joyride__overlay path',
      arrow: '.react-joyride__arrow',
      own: '#react-joyride-portal, .react-joyride__floater, .react-joyride__overlay',
    },
    skills: [
      ...(['functions', 'elements', 'wait', 'skip', 'before', 'no-scroll', 'no-escape'] as const),
      ...(['remove-step', 'go-to', 'labels'] as const),
    ],
    onNode: `const { createElement } = await import('react'); const { renderToString } = await import('react-dom/server'); const { Joyride } = await import('react-joyride'); renderToString(createElement(Joyride, { run: true, steps: [{ target: 'body', content: 'A' }] }));`,
  },
  tourguide: {
    package: '@sjmc11/tourguidejs',
    css: 'dist/css/tour.min.css',
    parts: {
      box: '.tg-dialog',
      next: '#tg-dialog-next-btn',
      back: '#tg-dialog-prev-btn:not([disabled])',
      close: '#tg-dialog-close-btn',
      spot: '.tg-backdrop',
      arrow: '.tg-dialog .tg-arrow',
      own: '.tg-dialog, .tg-backdrop',
    },
    skills: ['elements', 'before', 'confirm', 'confirm-async', 'no-scroll', 'no-escape', 'go-to', 'labels'],
    onNode: `const { TourGuideClient } = await import('@sjmc11/tourguidejs'); new TourGuideClient({ steps: [{ content: 'A' }] });`,
  },
};

/** Names of the five, in the order of the table. */
export const rivalNames: readonly string[] = Object.keys(rivals);

/** One of the five from its published package, which `npm run bench -- tours` has installed. Rejects when it is not there. */
export async function createRival(name: string): Promise<Player> {
  const rival = rivals[name];
  if (!rival) throw new Error(`no library ${name}: there is ${rivalNames.join(', ')}`);
  const folder = fileURLToPath(bench);
  const home = new URL(`node_modules/${rival.package}/`, bench);
  if (!existsSync(home)) throw new Error(`${rival.package} is not installed: run npm run bench -- tours`);
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./${name}.page.mjs`, import.meta.url))],
    ...{ bundle: true, minify: true, format: 'esm', write: false, logLevel: 'silent' },
    nodePaths: [`${folder}node_modules`],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return {
    name,
    version: (JSON.parse(readFileSync(new URL('package.json', home), 'utf8')) as { version: string }).version,
    tags: `${rival.css ? '<link rel="stylesheet" href="/player.css" />' : ''}<script type="module" src="/player.js"></script>`,
    script: outputFiles?.[0]?.text ?? '',
    style: rival.css ? readFileSync(new URL(rival.css, home), 'utf8') : '',
    parts: rival.parts,
    skills: new Set(rival.skills),
    onNode: { folder, script: rival.onNode },
  };
}
