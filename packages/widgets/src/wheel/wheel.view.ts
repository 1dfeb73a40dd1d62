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
  readonly button: { readonly key: string; readonly act: 'draw' | 'claim'; readonly enabled: boolean } | null;
  /** The result may be told: the wheel stands still. */
  readonly result: { readonly key: 'wheel.won' | 'wheel.lost'; readonly prize: string } | null;
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

/** What to show; `settled`: the wheel stands still, so its result may be said. */
export function wheelShow(view: WheelView, settled: boolean): WheelShow {
  const rows = view.pool.prizes.map(({ label, oddsBp }) => ({
    label: prizeLabel(label, view.lang),
    chance: oddsBp / 10_000,
    oddsBp,
  }));
  const known = view.prizeIndex !== undefined && settled;
  const prize = view.label ?? rows[view.prizeIndex ?? -1]?.label ?? '';
  const claimed = view.state === 'claimed' && settled;
  return {
    rows,
    button: buttonOf(view, settled),
    result: known ? { key: view.win ? 'wheel.won' : 'wheel.lost', prize } : null,
    code: claimed ? view.code : undefined,
    points: claimed ? view.points : undefined,
    endsAt: claimed ? view.endsAt : undefined,
    reason: reasonOf(view),
    rulesUrl: view.props.rulesUrl || view.pool.rulesUrl,
  };
}

function buttonOf({ state, win, prizeIndex }: WheelView, settled: boolean): WheelShow['button'] {
  if (state === 'claiming') return { key: 'wheel.claiming', act: 'claim', enabled: false };
  if (prizeIndex !== undefined && !settled) return { key: 'wheel.drawing', act: 'draw', enabled: false };
  if (prizeIndex !== undefined)
    return win && state !== 'claimed'
      ? { key: 'wheel.claim', act: 'claim', enabled: state !== 'offline' }
      : null;
  if (state === 'refused') return null;
  return {
    key: state === 'drawing' ? 'wheel.drawing' : 'wheel.spin',
    act: 'draw',
    enabled: state === 'idle',
  };
}

function reasonOf({ state, reason }: WheelView): string | undefined {
  if (state === 'offline' || reason === 'offline') return 'wheel.offline';
  if (state !== 'refused') return undefined;
  return `refused.${reason !== undefined && reasons.has(reason) ? reason : 'other'}`;
}
