/** Keys of the picker's texts. */
export type PickText =
  | 'panel'
  | 'title'
  | 'aside'
  | 'close'
  | 'point'
  | 'pointing'
  | 'picked'
  | 'nothing'
  | 'unreachable'
  | 'ways'
  | 'strong'
  | 'fair'
  | 'weak'
  | 'shared'
  | 'test-hook'
  | 'script-hook'
  | 'id'
  | 'field-name'
  | 'address'
  | 'class'
  | 'inside'
  | 'label'
  | 'position'
  | 'step-title'
  | 'step-body'
  | 'page'
  | 'anywhere'
  | 'side'
  | 'side-auto'
  | 'side-top'
  | 'side-bottom'
  | 'side-start'
  | 'side-end'
  | 'preview'
  | 'add'
  | 'json'
  | 'steps'
  | 'none'
  | 'remove'
  | 'tour-name'
  | 'copy'
  | 'copy-tour'
  | 'copied'
  | 'copy-blocked'
  | 'preview-tour'
  | 'preview-blocked'
  | 'preview-missing'
  | 'needs-words'
  | 'next';

/** Texts of the picker, by key. */
export type PickMessages = Readonly<Record<PickText, string>>;

/** Texts of the picker in English. */
export const en: PickMessages = {
  panel: 'Regulars step picker',
  title: 'Make a tour',
  aside: 'Move to the other side',
  close: 'Close the picker',
  point: 'Point at an element',
  pointing: 'Click an element, or move with the arrow keys and press Enter. Escape stops.',
  picked: 'Chosen: {{what}}',
  nothing: 'Nothing is chosen yet.',
  unreachable: 'This element cannot be named: it lies in a closed shadow root or a frame of another site.',
  ways: 'Ways to find it again',
  strong: 'holds well',
  fair: 'holds mostly',
  weak: 'breaks easily',
  shared: 'first of {{count}} that match',
  'test-hook': 'made to be found',
  'script-hook': 'used by the shop’s own scripts',
  id: 'its id',
  'field-name': 'name of the field',
  address: 'where the link leads',
  class: 'a class that says what it is',
  inside: 'inside an element that can be named',
  label: 'its label: another one in each language',
  position: 'its position: wrong after the next change around it',
  'step-title': 'Title',
  'step-body': 'Text',
  page: 'Only on pages like',
  anywhere: '* stands for anything; empty: any page',
  side: 'Side',
  'side-auto': 'where there is room',
  'side-top': 'above',
  'side-bottom': 'below',
  'side-start': 'before',
  'side-end': 'after',
  preview: 'Show it here',
  add: 'Add to the tour',
  json: 'The step as JSON',
  steps: 'Your tour',
  none: 'No steps yet. Point at an element, write a sentence, add it.',
  remove: 'Remove “{{what}}”',
  'tour-name': 'Name of the tour',
  copy: 'Copy the step',
  'copy-tour': 'Copy the whole tour',
  copied: 'Copied',
  'copy-blocked': 'Copying is blocked here: the text is selected, press Ctrl+C.',
  'preview-tour': 'Play the tour',
  'preview-blocked': 'The page’s content policy keeps the preview out. The JSON is right all the same.',
  'preview-missing': 'The preview cannot find the element on this page.',
  'needs-words': 'Write the text first.',
  next: 'Now paste it into “campaigns” of campaigns.json. It is a draft: set “status” to “live” when it may be seen.',
};
