/** One drawn sector; angles in degrees clockwise from the top. */
export interface Sector {
  readonly from: number;
  readonly to: number;
  /** SVG path in a circle of radius 100 around 0 0. */
  readonly path: string;
  readonly label: string;
}

/** Narrowest sector in which a label can be read, degrees: at half the radius it is as wide as the letters are high. */
const NARROWEST = 12;
const RADIUS = 100;

/**
 * Cuts the wheel: as wide as the odds, or all equally wide when the smallest would be too narrow to read; `equal` then
 * says so and the page must say it too.
 */
export function cutSectors(prizes: readonly { readonly label: string; readonly oddsBp: number }[]): {
  readonly sectors: readonly Sector[];
  readonly equal: boolean;
} {
  const total = prizes.reduce((sum, { oddsBp }) => sum + oddsBp, 0);
  const widths = prizes.map(({ oddsBp }) => (total > 0 ? (oddsBp / total) * 360 : 0));
  const even = 360 / Math.max(prizes.length, 1);
  const narrow = Math.min(...widths) < Math.min(NARROWEST, even);
  const equal = narrow && widths.some((width) => Math.abs(width - even) > 0.5);
  let from = 0;
  const sectors = prizes.map(({ label }, index) => {
    const to = from + (equal ? even : (widths[index] ?? even));
    const sector = { from, to, path: pathOf(from, to), label };
    from = to;
    return sector;
  });
  return { sectors, equal };
}

/** Rotation that brings the middle of a sector under the pointer at the top, after whole turns; degrees, clockwise. */
export function restingAngle(sector: Pick<Sector, 'from' | 'to'>, turns: number): number {
  return turns * 360 - (sector.from + sector.to) / 2;
}

/** Point on a circle; 0 degrees is the top. */
export function pointAt(angle: number, radius: number): { readonly x: number; readonly y: number } {
  const radians = ((angle - 90) * Math.PI) / 180;
  return { x: round(Math.cos(radians) * radius), y: round(Math.sin(radians) * radius) };
}

function pathOf(from: number, to: number): string {
  if (to - from >= 359.99) return `M0 -${RADIUS}A${RADIUS} ${RADIUS} 0 1 1 -0.01 -${RADIUS}Z`;
  const [start, end] = [pointAt(from, RADIUS), pointAt(to, RADIUS)];
  return `M0 0L${start.x} ${start.y}A${RADIUS} ${RADIUS} 0 ${to - from > 180 ? 1 : 0} 1 ${end.x} ${end.y}Z`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
