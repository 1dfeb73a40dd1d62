import type { WheelView } from '@regulars/core';

/** A row of the table of odds. */
export interface OddsRow {
  readonly label: string;
  /** 0 to 1. */
  readonly chance: number;
  readonly oddsBp: number;
}

/** What the wheel's template needs. */
export interface WheelShow {
  readonly rows: readonly OddsRow[];
  readonly button: {
    readonly key: string;
    /** The campaign's own word for it. */
    readonly own?: string | undefined;
    readonly act: 'draw' | 'claim';
    readonly enabled: boolean;
  } | null;
  /** The result may be told: the wheel stands still. */
  readonly result: { readonly key: string; readonly own: string | undefined; readonly prize: string } | null;
  readonly code: string | undefined;
  readonly points: number | undefined;
  readonly endsAt: number | undefined;
  /** Key of the sentence that says why not. */
  readonly reason: string | undefined;
  readonly rulesUrl: string;
}

/** Reasons that have their own sentence; the rest share one. */
const reasons = new Set([
  'not-eligible',
  'already-played',
  'campaign-not-live',
  'out-of-stock',
  'token-invalid',
  'token-expired',
  'claimed-by-another',
  'rate-limited',
  'unavailable',
]);

/** The label of a prize in a locale: exact, base language, English, the first there is. */
export function prizeLabel(label: Readonly<Record<string, string>>, lang: string): string {
  return label[lang] ?? label[lang.split('-')[0] ?? ''] ?? label.en ?? Object.values(label)[0] ?? '';
}

/** The prizes with their labels in the view's language and their odds. */
export function oddsRows({ pool, lang }: WheelView): readonly OddsRow[] {
  return pool.prizes.map(({ label, oddsBp }) => ({
    label: prizeLabel(label, lang),
    chance: oddsBp / 10_000,
    oddsBp,
  }));
}

/** What is outside the view: whether the wheel stands still, so its result may be said, and the browser's line. */
export interface WheelMoment {
  readonly settled: boolean;
  readonly online: boolean;
}

/** What to show now. */
export function wheelShow(view: WheelView, moment: WheelMoment): WheelShow {
  const { settled } = moment;
  const rows = oddsRows(view);
  const known = view.prizeIndex !== undefined && settled;
  const prize = view.label ?? rows[view.prizeIndex ?? -1]?.label ?? '';
  const claimed = view.state === 'claimed' && settled;
  return {
    rows,
    button: buttonOf(view, moment),
    result: known ? resultOf(view, prize) : null,
    code: claimed ? view.code : undefined,
    points: claimed ? view.points : undefined,
    endsAt: claimed ? view.endsAt : undefined,
    reason: reasonOf(view),
    rulesUrl: view.props.rulesUrl || view.pool.rulesUrl,
  };
}

/** The campaign's own sentence (`won`, `lost`, with `{{prize}}`) or the built-in one. */
function resultOf({ win, texts }: WheelView, prize: string): WheelShow['result'] {
  const own = texts[win ? 'won' : 'lost']?.replaceAll('{{prize}}', prize);
  return { key: win ? 'wheel.won' : 'wheel.lost', own, prize };
}

function buttonOf(view: WheelView, { settled, online }: WheelMoment): WheelShow['button'] {
  const { state, win, prizeIndex, texts } = view;
  if (state === 'claiming') return { key: 'wheel.claiming', act: 'claim', enabled: false };
  if (prizeIndex !== undefined && !settled) return { key: 'wheel.drawing', act: 'draw', enabled: false };
  if (prizeIndex !== undefined) {
    return win && state !== 'claimed' ? { key: 'wheel.claim', act: 'claim', enabled: true } : null;
  }
  if (state === 'refused') return null;
  if (state === 'drawing') return { key: 'wheel.drawing', act: 'draw', enabled: false };
  // With a line, a draw that did not come through may be asked for again: the same play key, the same prize.
  return { key: 'wheel.spin', own: texts.button, act: 'draw', enabled: state === 'idle' || online };
}

function reasonOf({ state, reason, prizeIndex }: WheelView): string | undefined {
  const none = reason === undefined && state !== 'refused' && state !== 'offline';
  if (none) return undefined;
  if (reason === 'offline' || (state === 'offline' && reason === undefined)) {
    return prizeIndex === undefined ? 'wheel.offline' : 'wheel.claim-offline';
  }
  return `refused.${reason !== undefined && reasons.has(reason) ? reason : 'other'}`;
}
