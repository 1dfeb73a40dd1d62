import { type KeyText, text } from './key-text.ts';

/** Texts of the keys of announcement, checklist, hint, launcher and privacy. */
export const guidanceTexts: Readonly<Record<string, KeyText>> = {
  'props.parts': text(
    'Parts',
    'What to show, in this order: consent (what was allowed) · held (what is kept, to download and erase) · switches.',
    ['held', 'switches'],
  ),
  'props.form': text(
    'Form',
    'bar: a line in a slot whose height the page reserves · card · modal: a dialog over the page.',
    'bar',
  ),
  'props.title': text('Title', 'Key of a text in content.', 'title'),
  'props.body': text('Text', 'Key of a text in content.', 'body'),
  'props.image': text('Picture', 'Its box is reserved by width and height.', {
    src: '/media/spring.webp',
    width: 640,
    height: 360,
  }),
  'image.src': text('Address', 'Address of the picture.', '/media/spring.webp'),
  'image.alt': text('Words for it', 'Key of the text that stands for it; left out: decoration.', 'springAlt'),
  'image.width': text('Width', 'Its own width in pixels.', 640),
  'image.height': text('Height', 'Its own height in pixels.', 360),
  'props.buttons': text('Buttons', 'Two at most; the first one is the strong one.', [
    { label: 'go', action: { type: 'open', url: '/c/garden' } },
  ]),
  'props.buttons.label': text('Words', 'Key of a text in content.', 'go'),
  'props.buttons.action': text('Action', 'What the button does.', { type: 'open', url: '/c/garden' }),
  'action.type': text(
    'Kind of action',
    'open: a page · start: a campaign, such as a tour · dismiss: close it.',
    'open',
  ),
  'action.url': text(
    'Address',
    'Address of a page, or the key of one in content where each language has its own pages.',
    '/c/garden',
  ),
  'action.campaign': text('Campaign', 'Id of the campaign to start.', 'welcome-tour'),
  'props.dismissible': text(
    'May be closed',
    'Shows a closing button. A dialog always can be closed.',
    true,
    true,
  ),
  'props.missions': text('Missions', 'What to do, in the order to show; 12 at most.', [
    { id: 'look', title: 'look', event: 'product_viewed', count: 3 },
  ]),
  'missions.id': text('Id of the mission', 'Lasting name; what was done is remembered by it.', 'look'),
  'missions.title': text('Title', 'Key of a text in content.', 'look'),
  'missions.body': text('Text', 'Key of a text in content.', 'lookWhy'),
  'missions.event': text('Event', 'Journey event that counts.', 'product_viewed'),
  'missions.count': text('How often', 'How often it must happen.', 3, 1),
  'missions.action': text('Action', 'Where its button leads.', { type: 'open', url: '/c/garden' }),
  'props.draw': text('Pool', 'Pool of the programme that the prize comes from.', 'first-steps'),
  'props.folded': text('Begins folded', 'What the visitor chose is remembered.', false, false),
  'props.target': text(
    'Target',
    'CSS selectors in order; the first visible match counts, a >>> b steps into shadow roots and frames.',
    ['.js-size'],
  ),
  'props.page': text('Page', 'Path on which it may show; * stands for anything.', '/p/*'),
  'props.placement': text('Side', 'Side of the target on which the words stand.', 'bottom', 'auto'),
  'props.button': text('Button', 'Leads on from the words.', {
    label: 'go',
    action: { type: 'open', url: '/help' },
  }),
  'button.label': text('Words', 'Key of a text in content.', 'go'),
  'button.action': text('Action', 'What the button does.', { type: 'open', url: '/help' }),
  'props.corner': text('Corner', 'Corner of the page, in reading direction.', 'end', 'end'),
  'props.groups': text('Groups', 'Groups of rows to show, in this order; default: all that have rows.', [
    'tours',
    'support',
  ]),
  'props.links': text('Links', 'The shop’s own help pages, six at most.', [
    { label: 'returns', url: '/help' },
  ]),
  'links.label': text('Words', 'Key of a text in content.', 'returns'),
  'links.url': text('Address', 'Address, or the key of one in content.', '/help'),
};
