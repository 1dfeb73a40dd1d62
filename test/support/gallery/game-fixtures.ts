import type { BoxView, GameView, QuizView, ReelsView, ScratchView } from '@regulars/core';
import { wheelView } from './fixtures.ts';

const titles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    scratch: 'A card for you',
    box: 'Pick a box',
    reels: 'Three in a row',
    quiz: 'How well do you know tea?',
  },
  bg: {
    scratch: 'Карта за вас',
    box: 'Изберете кутия',
    reels: 'Три в редица',
    quiz: 'Познавате ли чая?',
  },
  he: { scratch: 'כרטיס בשבילך', box: 'בוחרים קופסה', reels: 'שלושה בשורה', quiz: 'כמה אתם מבינים בתה?' },
};

const day = 86_400_000;

/** States in which every game is looked at. */
export const gameStates: Readonly<Record<string, Partial<GameView>>> = {
  idle: {},
  drawing: { state: 'drawing' },
  won: { state: 'drawn', prizeIndex: 2, win: true },
  lost: { state: 'drawn', prizeIndex: 4, win: false },
  claimed: {
    state: 'claimed',
    prizeIndex: 2,
    win: true,
    code: 'THANKS-7K2P-9QXM',
    endsAt: Date.UTC(2026, 11, 24),
  },
  points: { state: 'claimed', prizeIndex: 1, win: true, points: 20 },
  claiming: { state: 'claiming', prizeIndex: 2, win: true },
  refused: { state: 'refused', reason: 'already-played' },
  unavailable: { state: 'offline', reason: 'unavailable' },
  offline: { state: 'offline', reason: 'offline' },
  keptOffline: { state: 'drawn', prizeIndex: 2, win: true, reason: 'offline' },
};

/** A pool that asks for an age and has a way in without an order. */
export const askingPool = (lang: string): GameView['pool'] => {
  const { pool } = wheelView(lang);
  return pool && { ...pool, age: { min: 18, proof: 'declared' }, freeEntry: { url: '/rules/by-post' } };
};

function game(type: string, lang: string, more: object): object {
  const { texts, props, ...rest } = wheelView(lang);
  return {
    ...rest,
    type,
    campaignId: `thank-you-${type}`,
    props,
    texts: { ...texts, title: titles[lang]?.[type] ?? '' },
    ...more,
  };
}

/** A scratch card before its draw, or in another state. */
export const scratchView = (lang: string, more: Partial<ScratchView> = {}): ScratchView =>
  game('scratch', lang, more) as ScratchView;

/** Boxes before the draw, or in another state. */
export const boxView = (lang: string, more: Partial<BoxView> = {}): BoxView =>
  game('box', lang, more) as BoxView;

/** A slot machine before its draw, or in another state. */
export const reelsView = (lang: string, more: Partial<ReelsView> = {}): ReelsView =>
  game('reels', lang, more) as ReelsView;

const questions = [
  { text: 'q1', answers: ['q1a', 'q1b', 'q1c'], correct: 1 },
  { text: 'q2', answers: ['q2a', 'q2b'], correct: 0 },
];
const quizTexts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    body: 'Two questions, one draw.',
    q1: 'How hot should the water for green tea be?',
    q1a: '100 °C, boiling',
    q1b: '70 to 80 °C',
    q1c: '30 °C, hand-warm',
    q2: 'Which pot keeps warm longest?',
    q2a: 'Cast iron',
    q2b: 'Thin glass',
  },
  bg: {
    body: 'Два въпроса, едно теглене.',
    q1: 'Колко гореща да е водата за зелен чай?',
    q1a: '100 °C, вряща',
    q1b: '70 до 80 °C',
    q1c: '30 °C, колкото ръката',
    q2: 'Кой чайник държи топлината най-дълго?',
    q2a: 'Чугуненият',
    q2b: 'Тънкото стъкло',
  },
  he: {
    body: 'שתי שאלות, הגרלה אחת.',
    q1: 'מה חום המים לתה ירוק?',
    q1a: '100°, רותחים',
    q1b: '70° עד 80°',
    q1c: '30°, פושרים',
    q2: 'איזה קנקן שומר על החום?',
    q2a: 'ברזל יצוק',
    q2b: 'זכוכית דקה',
  },
};

/** A quiz that pays: its key is not in the view. */
export function quizView(lang: string, more: Partial<QuizView> = {}): QuizView {
  const open = questions.map(({ text, answers }) => ({ text, answers }));
  const view = game('quiz', lang, {}) as QuizView;
  const texts = { ...quizTexts[lang], title: titles[lang]?.quiz ?? '' };
  return { ...view, props: { ...view.props, questions: open }, texts, ...more };
}

/** A quiz for the fun of it: marked on the page. */
export function funQuizView(lang: string): QuizView {
  const { pool: _, ...view } = quizView(lang);
  return { ...view, props: { questions } };
}

/** The end of a prize, some days from now. */
export const inDays = (days: number): number => Date.now() + days * day;
