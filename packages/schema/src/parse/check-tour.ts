import type { TourStep, TourWidget } from '../widgets/tour.ts';
import { checkEventName } from './check-conditions.ts';
import { checkName } from './check-name.ts';
import { type Finding, show } from './explain-issue.ts';

type Path = readonly PropertyKey[];

/** Mistakes in a tour: repeated ids, branches to nowhere, unknown events and campaigns, addresses nobody may be sent to. */
export function checkTour(
  { steps }: TourWidget['props'],
  path: Path,
  campaigns: readonly unknown[],
): readonly Finding[] {
  const ids = steps.map(({ id }) => id);
  return steps.flatMap((step, index) => {
    const at = [...path, index];
    return [
      ...checkAdvance(step, at),
      ...checkBranches(step, at, ids),
      ...checkButtons(step, at, { ids, campaigns }),
      ...checkMedia(step, at),
      ...(ids.indexOf(step.id) < index
        ? [
            {
              code: 'repeated-id',
              path: [...at, 'id'],
              what: show(step.id),
              why: 'Another step has this id; a visitor would resume at the wrong one.',
              fix: `Write "${step.id}-2".`,
            },
          ]
        : []),
    ];
  });
}

function checkAdvance({ advanceOn = [] }: TourStep, at: Path): readonly Finding[] {
  const isList = Array.isArray(advanceOn);
  return [advanceOn].flat().flatMap((act, index) => {
    const path = [...at, 'advanceOn', ...(isList ? [index] : [])];
    if (typeof act === 'string') return checkEventName(act, path);
    return 'event' in act ? checkEventName(act.event, [...path, 'event']) : [];
  });
}

function checkBranches({ next = [], id }: TourStep, at: Path, ids: readonly string[]): readonly Finding[] {
  const path = [...at, 'next'];
  const known = [...ids, 'end'];
  if (typeof next === 'string')
    return [...checkName(next, known, { path, kind: 'step' }), ...self(next, id, path)];
  return next.flatMap(({ go, when }, index) => [
    ...checkName(go, known, { path: [...path, index, 'go'], kind: 'step' }),
    ...(when ? [] : self(go, id, [...path, index, 'go'])),
  ]);
}

function self(go: string, id: string, path: Path): readonly Finding[] {
  if (go !== id) return [];
  const why = 'The step leads to itself; its visitor could never go on.';
  return [{ code: 'step-circle', path, what: show(go), why, fix: 'Name another step, or "end".' }];
}

function checkButtons(
  { buttons = [] }: TourStep,
  at: Path,
  { ids, campaigns }: { readonly ids: readonly string[]; readonly campaigns: readonly unknown[] },
): readonly Finding[] {
  return buttons.flatMap(({ action }, index) => {
    const path = [...at, 'buttons', index, 'action'];
    if (action?.type === 'go') return checkName(action.step, ids, { path: [...path, 'step'], kind: 'step' });
    if (action?.type === 'start')
      return checkName(action.campaign, campaigns, { path: [...path, 'campaign'], kind: 'campaign' });
    return action?.type === 'open' ? checkAddress(action.url, [...path, 'url'], schemes) : [];
  });
}

const schemes = ['http:', 'https:', 'mailto:', 'tel:'];

function checkMedia({ media, phone }: TourStep, at: Path): readonly Finding[] {
  const check = (one: TourStep['media'], path: Path): readonly Finding[] => [
    ...(one ? checkAddress(one.src, [...path, 'src'], ['http:', 'https:']) : []),
    ...(one?.type === 'video' && !one.tracks && !one.caption
      ? [
          {
            code: 'video-without-words',
            path: [...path, 'src'],
            what: show(one.src),
            why: 'Who cannot hear or see the film is told nothing.',
            fix: 'Add "tracks" with captions, or a "caption".',
          },
        ]
      : []),
  ];
  return [...check(media, [...at, 'media']), ...check(phone?.media, [...at, 'phone', 'media'])];
}

function checkAddress(url: string, path: Path, allowed: readonly string[]): readonly Finding[] {
  // Browsers read past blanks and control characters; no scheme at all is the shop's own.
  const plain = [...url].filter((letter) => letter > ' ').join('');
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(plain)?.[0].toLowerCase() ?? 'https:';
  if (allowed.includes(scheme)) return [];
  const why = 'Visitors are sent to web pages, mail and telephone only.';
  return [
    {
      code: 'address-not-allowed',
      path,
      what: show(url),
      why,
      fix: `Begin with ${allowed.join(', ')} or /.`,
    },
  ];
}

/** Keys of the content that a step points at, with their places. */
export function keysOfStep(step: TourStep, at: Path): readonly { readonly key: string; readonly at: Path }[] {
  const { phone, media, buttons = [] } = step;
  const found: (readonly [string | undefined, Path])[] = [
    [step.title, [...at, 'title']],
    [step.body, [...at, 'body']],
    [phone?.title, [...at, 'phone', 'title']],
    [phone?.body, [...at, 'phone', 'body']],
    ...buttons.map(({ label }, index) => [label, [...at, 'buttons', index, 'label']] as const),
    ...(
      [
        [media, [...at, 'media']],
        [phone?.media, [...at, 'phone', 'media']],
      ] as const
    ).flatMap(([one, path]) => [
      [one?.alt, [...path, 'alt']] as const,
      [one?.caption, [...path, 'caption']] as const,
      ...(one?.tracks ?? []).map(({ label }, index) => [label, [...path, 'tracks', index, 'label']] as const),
    ]),
  ];
  return found.flatMap(([key, place]) => (key === undefined ? [] : [{ key, at: place }]));
}
