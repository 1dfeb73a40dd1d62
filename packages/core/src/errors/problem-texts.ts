/** What the codes of this room and its neighbours mean: what happened, and what to do. */
const texts: Readonly<Record<string, string>> = {
  'storage-refused': 'The browser refuses storage; the journey is kept in memory for this page.',
  'listener-failed': 'A listener threw; the others were told. Mend the listener named by the key.',
  'purge-failed': 'What a withdrawn purpose covered may be left on the device until the next page.',
  'journey-not-stored': 'A write failed; its events wait in memory for the next one.',
  'event-unknown': 'The name is not in the vocabulary; use custom_recorded with a label.',
  'event-not-json': 'The props cannot be written as JSON; leave out functions, cycles and big integers.',
  'event-too-large': 'The props are over 32 kB; send less.',
  'sweep-failed': 'The log was not tidied up; it is tried again after the next events.',
  'part-failed': 'A part threw; it is left out where it did. Mend the part named by the key.',
  'core-failed': 'A member of the core, named by the key, threw; it answered as if there were nothing.',
  'collector-failed': 'A collector threw when it started; it is left out on this page.',
  'sync-failed': 'The delivery broke off; it is tried again at the next event.',
  'delivery-waits':
    'The destination did not take a batch; its events stay on the device and are sent again later.',
  'adapter-threw': 'An adapter broke its promise never to throw; its batch is tried again later.',
  'target-missing': 'No element fits the selector of this tour step; mend the selector or the page.',
  'data-layer-unread': 'A push could not be read; it is left out.',
};

/** Text of a code; empty in production, where the code is enough. */
export function problemText(code: string): string {
  return typeof __REGULARS_DEV__ !== 'undefined' && __REGULARS_DEV__ ? (texts[code] ?? '') : '';
}
