/** Words of the verifier page. */
export interface VerifierTexts {
  readonly title: string;
  readonly lead: string;
  readonly how: string;
  readonly pool: string;
  readonly version: string;
  readonly play: string;
  readonly playHint: string;
  readonly submit: string;
  readonly running: string;
  readonly ended: string;
  readonly commitment: string;
  readonly seed: string;
  readonly notYet: string;
  readonly hash: string;
  readonly same: string;
  readonly different: string;
  readonly word: string;
  readonly remainder: string;
  readonly prize: string;
  /** `{number}`, `{prize}`, `{remainder}`, `{from}`, `{to}`. */
  readonly between: string;
  readonly note: string;
  readonly fallback: string;
  /** `{pool}`. */
  readonly unknownPool: string;
  readonly failed: string;
}

/** Texts by language. */
export const verifierTexts: Readonly<Record<'en' | 'bg' | 'pl' | 'ru', VerifierTexts>> = {
  en: {
    title: 'Check a draw',
    lead: 'Before the first draw of a game the shop publishes a fingerprint of a secret number. When the game ends it publishes the number itself. With both, this page works out your draw again, in your own browser.',
    how: 'The key stays in your browser.',
    pool: 'Game',
    version: 'Version of the odds',
    play: 'Key of your play',
    playHint: 'Your browser made it before you played; the prize shows it.',
    submit: 'Check',
    running: 'still running',
    ended: 'ended',
    commitment: 'Fingerprint published before the first draw',
    seed: 'Secret number',
    notYet: 'It is published when this version ends. Keep the fingerprint and come back.',
    hash: 'Fingerprint of that number',
    same: 'the same',
    different: 'not the same: this draw cannot be trusted',
    word: 'Number drawn',
    remainder: 'What is left after dividing by all chances',
    prize: 'Prize',
    between: 'No. {number}, {prize} ({remainder} lies between {from} and {to})',
    note: 'Good to know',
    fallback: 'When that prize had run out, the game paid the replacement that its rules name.',
    unknownPool: 'There is no game “{pool}”.',
    failed: 'This could not be worked out. Check what you typed.',
  },
  bg: {
    title: 'Проверка на теглене',
    lead: 'Преди първото теглене магазинът публикува отпечатък на тайно число. Когато играта свърши, публикува и самото число. С двете тази страница изчислява тегленето ви отново, във вашия браузър.',
    how: 'Ключът остава в браузъра ви.',
    pool: 'Игра',
    version: 'Версия на шансовете',
    play: 'Ключ на вашата игра',
    playHint: 'Браузърът ви го създаде, преди да играете; наградата го показва.',
    submit: 'Провери',
    running: 'още тече',
    ended: 'приключила',
    commitment: 'Отпечатък, публикуван преди първото теглене',
    seed: 'Тайно число',
    notYet: 'Публикува се, когато тази версия приключи. Запазете отпечатъка и се върнете.',
    hash: 'Отпечатък на това число',
    same: 'същият',
    different: 'различен: на това теглене не може да се вярва',
    word: 'Изтеглено число',
    remainder: 'Остатък при деление на всички шансове',
    prize: 'Награда',
    between: '№ {number}, {prize} ({remainder} е между {from} и {to})',
    note: 'Добре е да знаете',
    fallback: 'Ако тази награда е била изчерпана, играта е дала заместващата, посочена в правилата.',
    unknownPool: 'Няма игра „{pool}“.',
    failed: 'Не може да се изчисли. Проверете какво сте написали.',
  },
  pl: {
    title: 'Sprawdź losowanie',
    lead: 'Przed pierwszym losowaniem sklep publikuje odcisk tajnej liczby. Gdy gra się kończy, publikuje samą liczbę. Z obu ta strona oblicza Twoje losowanie jeszcze raz, w Twojej przeglądarce.',
    how: 'Klucz nie opuszcza Twojej przeglądarki.',
    pool: 'Gra',
    version: 'Wersja szans',
    play: 'Klucz Twojej gry',
    playHint: 'Przeglądarka utworzyła go przed grą; widać go przy nagrodzie.',
    submit: 'Sprawdź',
    running: 'jeszcze trwa',
    ended: 'zakończona',
    commitment: 'Odcisk opublikowany przed pierwszym losowaniem',
    seed: 'Tajna liczba',
    notYet: 'Zostanie opublikowana, gdy ta wersja się skończy. Zachowaj odcisk i wróć.',
    hash: 'Odcisk tej liczby',
    same: 'taki sam',
    different: 'inny: temu losowaniu nie można ufać',
    word: 'Wylosowana liczba',
    remainder: 'Reszta z dzielenia przez wszystkie szanse',
    prize: 'Nagroda',
    between: 'Nr {number}, {prize} ({remainder} mieści się między {from} a {to})',
    note: 'Warto wiedzieć',
    fallback: 'Jeśli ta nagroda się skończyła, gra wypłaciła zastępczą, wskazaną w regulaminie.',
    unknownPool: 'Nie ma gry „{pool}”.',
    failed: 'Nie udało się tego obliczyć. Sprawdź, co wpisano.',
  },
  ru: {
    title: 'Проверить розыгрыш',
    lead: 'До первого розыгрыша магазин публикует отпечаток секретного числа. Когда игра заканчивается, он публикует само число. По ним эта страница заново вычисляет ваш розыгрыш, прямо в вашем браузере.',
    how: 'Ключ остаётся в вашем браузере.',
    pool: 'Игра',
    version: 'Версия шансов',
    play: 'Ключ вашей игры',
    playHint: 'Браузер создал его до игры; он показан у приза.',
    submit: 'Проверить',
    running: 'ещё идёт',
    ended: 'завершена',
    commitment: 'Отпечаток, опубликованный до первого розыгрыша',
    seed: 'Секретное число',
    notYet: 'Его опубликуют, когда эта версия закончится. Сохраните отпечаток и вернитесь.',
    hash: 'Отпечаток этого числа',
    same: 'тот же',
    different: 'другой: этому розыгрышу нельзя верить',
    word: 'Выпавшее число',
    remainder: 'Остаток от деления на сумму шансов',
    prize: 'Приз',
    between: '№ {number}, {prize} ({remainder} лежит между {from} и {to})',
    note: 'Полезно знать',
    fallback: 'Если этот приз закончился, игра выдала замену, названную в правилах.',
    unknownPool: 'Игры «{pool}» нет.',
    failed: 'Вычислить не удалось. Проверьте введённое.',
  },
};
