/** What each code means, and what to do about it. Tools that build for development put this file in place of the short one. */
export const texts: Readonly<Record<string, string>> = {
  'action-failed':
    'The way to the backend threw; the visitor is told to try again. Mend the `actions` adapter.',
  'adapter-threw':
    'An adapter broke its promise never to throw; its batch is tried again later. Mend its `send` or `exit`.',
  'attention-failed': 'The database of caps could not be written; caps hold for this page alone.',
  'audience-unknown':
    'The campaign names an audience that the document does not define; it is left out. Add it to `audiences`.',
  'call-failed': 'A call queued by the stub could not be replayed. Check its name and arguments.',
  'campaign-invalid':
    'An entry of `campaigns` is no object; it is left out. Run `npx @regulars/cli validate` on the document.',
  'collector-failed': 'A collector threw when it started; it is left out on this page. Mend the collector.',
  'collector-unavailable':
    'The file of a collector could not be fetched; the next page view tries again. Check that all files of the build are served.',
  'condition-invalid':
    'A condition of the audience has no known form; the campaign is left out. Run `npx @regulars/cli validate`.',
  'condition-too-deep':
    'The audience nests deeper than 8 levels; the campaign is left out. Give parts of it a name under `audiences`.',
  'condition-too-large': 'The audience has more than 200 nodes; the campaign is left out. Split it.',
  'condition-unknown':
    'A node of the audience asks for nothing known; the campaign is left out. Use `attr`, `did`, `use`, `all`, `any` or `not`.',
  'config-not-json': 'The settings block holds no JSON; its settings are left out. Mend `#regulars-config`.',
  'consent-unavailable':
    'The consent platform named by `consent` is not known, or its file could not be fetched; consent stays pending. Compare the name with the README.',
  'control-unanswered':
    'The control file did not answer in 2 s, or not with JSON; what is stored decides. Check its address and the server.',
  'core-failed':
    'A member of the core, named by the key, threw; it answered as if there were nothing. Please report this.',
  'data-layer-unread':
    'A push to the data layer could not be read; it is left out. Compare it with the GA4 e-commerce events.',
  'decision-failed':
    'Deciding broke off; the next event of the page tries again. The cause says where; check that all files of the build are served.',
  'delivery-unavailable':
    'The file that delivers could not be fetched; events stay on the device until the next page. Check that all files of the build are served.',
  'delivery-waits':
    'The destination did not take a batch; its events stay on the device and are sent again later. Check the endpoint and the write key.',
  'document-invalid':
    'The document is no JSON object with a list `campaigns`; no campaign runs. Check its address, and run `npx @regulars/cli validate`.',
  'document-not-kept': 'The document could not be read or stored; this page goes on without a newer copy.',
  'document-too-large':
    'The document has more than 512,000 characters; no campaign runs. Publish fewer campaigns.',
  'document-unavailable':
    'The document could not be fetched; without a stored copy no campaign runs. Check its address, CORS and the Content-Security-Policy (`connect-src`).',
  'element-unavailable':
    'The file of an element could not be fetched; its place is left to the shop. Check that all files of the build are served.',
  'event-not-json':
    'The props cannot be written as JSON, or a middleware threw (see `cause`); leave out functions, cycles and big integers.',
  'event-too-large': 'The props are over 32 kB; send less.',
  'event-unknown': 'The name is not in the vocabulary; use `custom_recorded` with a label.',
  'format-newer':
    'The document is of a newer format than this script reads, so nothing of it is shown. Load the script of today.',
  'guidance-failed':
    'Checklists, hints or announcements met an error; what was open closes. The cause says where.',
  'host-failed':
    'A listener of a slot threw; the others were told. Mend the element or listener named by the key.',
  'id-repeated': 'Two campaigns bear the same id; the second is left out. Give it its own id.',
  'index-unavailable':
    'A file of the recommendation index could not be read; the list falls back or is left to the shop. Check the address, and build the index anew.',
  'journey-not-stored': 'A write failed; its events wait in memory for the next one.',
  'ranker-failed':
    'The backend that ranks lists failed, was silent too long or sent no `items`; the list was ranked on the device.',
  'list-failed': 'A list could not be made; its place is left to the shop. The cause says where.',
  'listener-failed': 'A listener threw; the others were told. Mend the listener named by the key.',
  'loaded-twice': 'The script is on this page twice; one instance runs. Remove one of the tags.',
  'operator-unknown':
    'A condition uses an operator that this version does not know; the campaign is left out. Correct it, or update the script.',
  'part-failed': 'A part threw; it is left out where it did. Mend the part named by the key.',
  'part-unavailable':
    'The file of a part could not be fetched; what it shows ends. Check that all files of the build are served.',
  'presenter-failed':
    'What shows a campaign threw; the campaign is left out on this page view. The cause says where.',
  'purge-failed': 'What a withdrawn purpose covered may be left on the device until the next page.',
  'rewards-failed': 'A reward met an error; the visitor is told. The cause says where.',
  'schedule-invalid':
    'The schedule names no time or an unknown zone; the campaign is left out. Write `2026-03-20T00:00` and an IANA zone.',
  'selector-invalid':
    'The selector of a click trigger is none; clicks on it are not heard. Correct the selector.',
  'shop-bridge-failed':
    'A hook of the shop, named by the key, threw or rejected; the page goes on without it. Mend the hook.',
  'shop-hook-failed':
    'A hook of the shop, named by the key, failed or was silent for 1.5 s; the word of the index stands. Mend the hook.',
  'storage-refused': 'The browser refuses storage; the journey is kept in memory for this page.',
  'string-too-long': 'A text is longer than 10,000 characters; what holds it is left out. Shorten it.',
  'sweep-failed': 'The log was not tidied up; it is tried again after the next events.',
  'sync-failed': 'The delivery broke off; it is tried again at the next event.',
  'target-missing': 'No element fits the selector of this tour step. Mend the selector or the page.',
  'texts-failed':
    'The built-in texts of a locale could not be fetched; elements show the keys. Check that all files of the build are served.',
  'too-deep': 'A value is nested too deep or in a circle; what holds it is left out.',
  'too-many-campaigns':
    'The document has more than 500 campaigns; those after them are left out. Remove ended ones.',
  'tools-unavailable':
    'The file of the debug panel could not be fetched. Check that all files of the build are served.',
  'tour-failed': 'A tour met an error and ended. The cause says where.',
  'trusted-types-blocked': 'The Content-Security-Policy allows no policy for Lit; nothing is shown.',
  'widget-unknown':
    'The campaign shows a widget that this version does not know; it is left out. Correct its type, or update the script.',
};

/** What a problem says in development: what happened, what to do, and the detail. */
export const problemText = (code: string, detail = ''): string =>
  [texts[code] ?? '', detail && texts[code] ? `(${detail})` : detail].filter(Boolean).join(' ');
