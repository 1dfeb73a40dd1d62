import type { AnnouncementView } from '@regulars/core';
import { type GuidanceAction, wordedAction } from '../lib/guidance-action-rule.ts';

type Props = AnnouncementView['props'];

/** What the announcement's template needs. */
export interface AnnouncementShow {
  readonly form: 'bar' | 'card' | 'modal';
  readonly title: string | undefined;
  readonly body: string;
  readonly image: (NonNullable<Props['image']> & { readonly words: string }) | undefined;
  readonly buttons: readonly {
    readonly label: string;
    readonly action: GuidanceAction;
  }[];
  /** Offers a closing button. */
  readonly closes: boolean;
}

/** What to show. A dialog can always be left; outside the overlay it is a card: a page holds no dialog open by itself. */
export function announcementShow({ props, texts }: AnnouncementView, overPage: boolean): AnnouncementShow {
  const { form, title, body, image, buttons = [], dismissible = true } = props;
  const word = (key: string): string => texts[key] ?? key;
  return {
    form: form === 'modal' && !overPage ? 'card' : form,
    title: title === undefined ? undefined : word(title),
    body: word(body),
    image: image && { ...image, words: image.alt === undefined ? '' : word(image.alt) },
    buttons: buttons.map(({ label, action }) => ({
      label: word(label),
      action: wordedAction(action, texts),
    })),
    closes: dismissible || form === 'modal',
  };
}
