import type { GameView } from '@regulars/core';

/** A row of the table of odds. */
export interface OddsRow {
  readonly label: string;
  /** 0 to 1. */
  readonly chance: number;
  readonly oddsBp: number;
}

/** What every game's template needs. */
export interface GameShow {
  readonly rows: readonly OddsRow[];
  readonly button: {
    readonly key: string;
    /** The campaign's own word for it. */
    readonly own?: string | undefined;
    readonly act: 'draw' | 'claim' | 'reveal';
    readonly enabled: boolean;
  } | null;
  /** The result may be told: the game stands still. */
  readonly result: { readonly key: string; readonly own: string | undefined; readonly prize: string } | null;
  /** What was won is the visitor's: code, points and end may be shown. */
  readonly claimed: boolean;
  /** Key of the sentence that says why not. */
  readonly reason: string | undefined;
  readonly rulesUrl: string | undefined;
  readonly freeEntryUrl: string | undefined;
  /** Years that the visitor must confirm before the draw. */
  readonly age: number | undefined;
}

/** What is outside the view: whether the game stands still, so its result may be said, and the browser's line. */
export interface GameMoment {
  readonly settled: boolean;
  readonly online: boolean;
  /** Key of the button that draws, such as `wheel.spin`. */
  readonly draw: string;
  /** Key of a button that shows what was drawn without waiting, such as `scratch.reveal`. */
  readonly reveal?: string | undefined;
}

/** The label of a prize in a locale: exact, base language, English, the first there is. */
export function prizeLabel(label: Readonly<Record<string, string>>, lang: string): string {
  return label[lang] ?? label[lang.split('-')[0] ?? ''] ?? label.en ?? Object.values(label)[0] ?? '';
}

/** The prizes with their labels in the view's language and their odds. */
export function oddsRows({ pool, lang }: Pick<GameView, 'pool' | 'lang'>): readonly OddsRow[] {
  return (pool?.prizes ?? []).map(({ label, oddsBp }) => ({
    label: prizeLabel(label, lang),
    chance: oddsBp / 10_000,
    oddsBp,
  }));
}

/** What to show now. */
export function gameShow(view: GameView, moment: GameMoment): GameShow {
  const { settled } = moment;
  const rows = oddsRows(view);
  const known = view.prizeIndex !== undefined && settled;
  const prize = view.label ?? rows[view.prizeIndex ?? -1]?.label ?? '';
  const button = buttonOf(view, moment);
  const { pool, props } = view;
  return {
    rows,
    button,
    result: known ? resultOf(view, prize) : null,
    claimed: view.state === 'claimed' && settled,
    reason: reasonOf(view),
    rulesUrl: props.rulesUrl || pool?.rulesUrl,
    freeEntryUrl: pool?.freeEntry?.url,
    age: button?.act === 'draw' && pool?.age?.proof === 'declared' ? pool.age.min : undefined,
  };
}

/** The campaign's own sentence (`won`, `lost`, with `{{prize}}`) or the built-in one. */
function resultOf({ win, texts }: GameView, prize: string): GameShow['result'] {
  const own = texts[win ? 'won' : 'lost']?.replaceAll('{{prize}}', prize);
  return { key: win ? 'game.won' : 'game.lost', own, prize };
}

function buttonOf(view: GameView, { settled, online, draw, reveal }: GameMoment): GameShow['button'] {
  const { state, win, prizeIndex, texts } = view;
  if (state === 'claiming') return { key: 'game.claiming', act: 'claim', enabled: false };
  if (prizeIndex !== undefined && !settled) {
    return reveal === undefined
      ? { key: 'game.drawing', act: 'draw', enabled: false }
      : { key: reveal, act: 'reveal', enabled: true };
  }
  if (prizeIndex !== undefined) {
    return win && state !== 'claimed' ? { key: 'game.claim', act: 'claim', enabled: true } : null;
  }
  if (state === 'refused') return null;
  if (state === 'drawing') return { key: 'game.drawing', act: 'draw', enabled: false };
  // With a line, a draw that did not come through may be asked for again: the same play key, the same prize.
  return { key: draw, own: texts.button, act: 'draw', enabled: state === 'idle' || online };
}

function reasonOf({ state, reason, prizeIndex }: GameView): string | undefined {
  const none = reason === undefined && state !== 'refused' && state !== 'offline';
  if (none) return undefined;
  if (reason === 'offline' || (state === 'offline' && reason === undefined)) {
    return prizeIndex === undefined ? 'game.offline' : 'game.claim-offline';
  }
  return `refused.${reason ?? ''}`;
}
