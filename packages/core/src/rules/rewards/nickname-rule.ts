import { bannedStems } from './banned-stems-table.ts';

const LENGTH_MAX = 24;
/** Letters that look like another one; so that words cannot be dressed up. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  а: 'a',
  е: 'e',
  ё: 'e',
  і: 'i',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  к: 'k',
  м: 'm',
  т: 't',
  в: 'b',
  н: 'h',
};

/** Why a nickname is not taken. */
export type NicknameProblem = 'too-short' | 'too-long' | 'signs' | 'personal' | 'banned';

/**
 * Reads a nickname: trimmed, with single spaces; or why it is not taken. Letters of any script, digits, spaces and `_ . -`;
 * no address, no telephone number, no word of the lists, however it is dressed up. Pure.
 */
export function readNickname(
  text: string,
  banned: readonly string[] = [],
): { readonly nickname: string } | { readonly problem: NicknameProblem } {
  const nickname = text.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ');
  const length = [...nickname].length;
  if (length < 2) return { problem: 'too-short' };
  if (length > LENGTH_MAX) return { problem: 'too-long' };
  if (/@|https?:|www\.|\.(com|net|org|bg|pl|ru)\b/iu.test(nickname)) return { problem: 'personal' };
  if (/\d[\d .-]{5,}\d/u.test(nickname)) return { problem: 'personal' };
  if (!/^[\p{L}\p{M}\p{N} _.-]+$/u.test(nickname) || !/[\p{L}\p{N}]/u.test(nickname))
    return { problem: 'signs' };
  const plain = undress(nickname);
  const isBanned = [...bannedStems, ...banned].some((word) => plain.includes(undress(word)));
  return isBanned ? { problem: 'banned' } : { nickname };
}

/** Lower case, without marks, gaps and doubled letters, look-alikes as one. */
function undress(text: string): string {
  const base = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const plain = [...base].map((sign) => LOOK_ALIKE[sign] ?? sign).join('');
  return plain.replaceAll(/[^\p{L}\p{N}]/gu, '').replaceAll(/(.)\1+/gu, '$1');
}
