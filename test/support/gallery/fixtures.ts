import type { CarouselView, TourView, WalletView, WheelView } from '@regulars/core';

const picture = (hue: number): string => `/picture-${hue}.svg`;
const names: Record<string, readonly string[]> = {
  en: [
    'Stoneware jug, 1.2 l',
    'Linen apron with two pockets and a long strap',
    'Oak board',
    'Copper pan 24 cm',
    'Wool throw',
    'Brass hook',
    'Soap dish',
    'Paper lamp',
  ],
  bg: [
    'Керамична кана, 1,2 л',
    'Ленена престилка с два джоба и дълга каишка',
    'Дъбова дъска',
    'Медна тава 24 см',
    'Вълнено одеяло',
    'Месингова кука',
    'Сапунерка',
    'Хартиена лампа',
  ],
  he: [
    'כד אבן, 1.2 ליטר',
    'סינר פשתן עם שני כיסים ורצועה ארוכה',
    'קרש אלון',
    'מחבת נחושת',
    'שמיכת צמר',
    'וו פליז',
    'סבונייה',
    'מנורת נייר',
  ],
};
const words: Record<string, Record<string, string>> = {
  en: {
    carousel: 'Made for your kitchen',
    wallet: 'Your points',
    wheel: 'One turn, as a thank you',
    wheelBody: 'Every order gets **one** turn. The draw happens on our server.',
    tourTitle: 'Find it in a word',
    tourBody:
      'Type what you are looking for. We also understand *roughly* what you mean: try **“blue bowl”**.',
  },
  bg: {
    carousel: 'За вашата кухня',
    wallet: 'Вашите точки',
    wheel: 'Едно завъртане от благодарност',
    wheelBody: 'Всяка поръчка носи **едно** завъртане. Тегли се на нашия сървър.',
    tourTitle: 'Намерете го с една дума',
    tourBody: 'Напишете какво търсите. Разбираме и *приблизително*: опитайте **„синя купа“**.',
  },
  he: {
    carousel: 'למטבח שלך',
    wallet: 'הנקודות שלך',
    wheel: 'סיבוב אחד, לאות תודה',
    wheelBody: 'כל הזמנה מזכה ב**סיבוב אחד**. ההגרלה נעשית בשרת שלנו.',
    tourTitle: 'מוצאים במילה אחת',
    tourBody: 'כתבו מה אתם מחפשים. אנחנו מבינים גם *בערך*: נסו **"קערה כחולה"**.',
  },
};
const prizes = [
  { en: '5 % off', bg: '5 % отстъпка', he: '5% הנחה', oddsBp: 4000 },
  { en: '20 points', bg: '20 точки', he: '20 נקודות', oddsBp: 2500 },
  { en: 'Free delivery', bg: 'Безплатна доставка', he: 'משלוח חינם', oddsBp: 1500 },
  { en: 'A tea towel', bg: 'Кърпа', he: 'מגבת מטבח', oddsBp: 1000 },
  { en: 'No prize', bg: 'Без награда', he: 'בלי פרס', oddsBp: 1000 },
];

const base = (lang: string) => ({ lang, dir: lang === 'he' ? ('rtl' as const) : ('ltr' as const) });
const word = (lang: string, key: string): string => words[lang]?.[key] ?? key;

/** A carousel as the engine would give it. */
export function carouselView(lang: string, state: CarouselView['state'] = 'ready', count = 8): CarouselView {
  const cards = (names[lang] ?? []).slice(0, count).map((title, index) => ({
    source: 'index' as const,
    product: {
      id: `p${index}`,
      title,
      url: `#p${index}`,
      brand: index % 3 ? 'Parapet' : 'Havn & Co',
      image: { src: picture(index), width: 600, height: 600 },
      price: { value: 1490 + index * 735, currency: 'EUR' },
      oldPrice: index === 1 ? { value: 2900, currency: 'EUR' } : undefined,
      inStock: index !== 4,
    },
  }));
  return {
    ...base(lang),
    type: 'carousel',
    campaignId: 'home-for-you',
    props: { strategy: 'for-you' },
    strategy: 'for-you',
    state,
    cards: state === 'ready' ? cards : [],
    texts: { title: word(lang, 'carousel') },
    addToCart: true,
  };
}

/** A wallet with some history. */
export function walletView(lang: string, state: WalletView['state'] = 'ready'): WalletView {
  const day = 86_400_000;
  const t = Date.UTC(2026, 10, 20);
  return {
    ...base(lang),
    type: 'wallet',
    campaignId: 'points-wallet',
    props: {},
    state,
    texts: { title: word(lang, 'wallet') },
    known:
      state === 'ready'
        ? {
            points: 1284,
            pending: 62,
            entries: [
              { id: '1', t, points: 62, kind: 'earned', orderId: '10034' },
              { id: '2', t: t - 3 * day, points: 20, kind: 'won' },
              { id: '3', t: t - 20 * day, points: -300, kind: 'spent', orderId: '10021' },
              { id: '4', t: t - 40 * day, points: -12, kind: 'expired' },
            ],
          }
        : undefined,
  };
}

/** A wheel before its draw, or in another state. */
export function wheelView(lang: string, more: Partial<WheelView> = {}): WheelView {
  const pool = {
    rulesUrl: '/rules/thank-you',
    prizes: prizes.map(({ oddsBp, ...label }) => ({ label, oddsBp })),
  };
  return {
    ...base(lang),
    type: 'wheel',
    campaignId: 'thank-you-wheel',
    props: { draw: 'thank-you', showOdds: true, rulesUrl: '/rules/thank-you' },
    pool,
    state: 'idle',
    texts: { title: word(lang, 'wheel'), body: word(lang, 'wheelBody') },
    ...more,
  };
}

/** One step of the tour. */
export function tourView(lang: string, index = 0): TourView {
  const steps = [
    { id: 'search', target: '.js-search', title: 'tourTitle', body: 'tourBody' },
    { id: 'filter', target: '.js-filter', title: 'tourTitle', body: 'tourBody', placement: 'end' as const },
    { id: 'hello', title: 'tourTitle', body: 'tourBody' },
  ];
  const step = steps[index] ?? { id: 'none', body: 'tourBody' };
  return {
    ...base(lang),
    type: 'tour',
    campaignId: 'welcome-tour',
    props: { steps },
    step,
    index,
    count: steps.length,
    texts: words[lang] ?? {},
  };
}
