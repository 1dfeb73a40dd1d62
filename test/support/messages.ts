import { type Messages, messagesFor } from '@regulars/widgets';

/** One kind of key of each family of built-in texts. */
const kinds = ['card', 'tour', 'game', 'wallet', 'privacy'];

/** All built-in texts of a locale, which elements fetch in families. */
export async function allMessages(locale: string): Promise<Messages> {
  const families = await Promise.all(kinds.map((kind) => messagesFor(locale, kind)));
  return Object.assign({}, ...families);
}

/** English. */
export const en: Messages = await allMessages('en');
