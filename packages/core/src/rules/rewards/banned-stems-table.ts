/**
 * Word stems that no nickname on a public list holds, in the languages of the shop texts; a shop adds its own with
 * `bannedNicknames`. Short on purpose: a stem hits every word that contains it, and staff can hide the rest.
 */
export const bannedStems: readonly string[] = [
  'admin',
  'moderator',
  'regulars',
  'support',
  'fuck',
  'shit',
  'cunt',
  'nigger',
  'faggot',
  'hitler',
  'nazi',
  'whore',
  'kurwa',
  'chuj',
  'pierdol',
  'jebac',
  'pizda',
  'хуй',
  'пизд',
  'ебат',
  'ебан',
  'бляд',
  'сука',
  'курва',
  'гъз',
  'педераст',
  'путка',
];
