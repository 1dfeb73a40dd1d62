/** Texts of the pages that answer why, and what came of it. */
export const insightMessages = {
  find: 'Support code, customer id, order number or visitor id',
  language: 'Language of the sentences',
  languages: { en: 'English', bg: 'Български', pl: 'Polski', ru: 'Русский' },
  lead: 'The visitor reads the six-character code in the debug panel. Decisions reach the server only with analytics consent.',
  nobody:
    'Nobody is found. Without analytics consent no decision reaches the server: ask for the text that the panel copies.',
  noDecisions: 'Nothing was decided that is still stored.',
  browserOf: (code: string): string => `Browser ${code}`,
  latest: 'latest decisions',
  failed: 'Not fulfilled',
  found: 'found',
  days: 'Days',
  show: 'Show',
  eligible: 'Could see it',
  shown: 'Saw it',
  heldOut: 'Held out',
  dismissed: 'Closed it',
  completed: 'Completed it',
  arm: 'Arm',
  people: 'People',
  goals: 'Reached the goal',
  rate: 'Rate',
  difference: 'Against held out, percentage points (95 %)',
  noGoal: 'This campaign has no goal, so nothing is compared.',
  noArms: 'Nobody has reached this campaign yet.',
  ratioOff: 'Do not believe these numbers: people did not spread over the arms as the document says.',
  proven: 'Proven: the interval leaves zero out.',
  noControl: 'Nothing to compare with yet: nobody was held out.',
  notProven: (days: number | null): string =>
    days === null
      ? 'Not proven yet.'
      : `Not proven yet, about ${days} more ${days === 1 ? 'day' : 'days'} at this traffic.`,
  arms: { shown: 'shown', 'held-out': 'held out' } as Readonly<Record<string, string>>,
} as const;
