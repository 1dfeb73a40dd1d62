/** Height of the ledge every product stands on; drawings are 400 by 400. */
export const ground = 338;

/** A rectangle with rounded corners. */
export function rect(x: number, y: number, w: number, h: number, rx: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${rx}" fill="${fill}"/>`;
}

/** A circle. */
export function disc(cx: number, cy: number, r: number, fill: string): string {
  return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}"/>`;
}

/** An ellipse. */
export function oval(cx: number, cy: number, rx: number, ry: number, fill: string): string {
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
}

/** A filled path. */
export function form(d: string, fill: string): string {
  return `<path d="${d}" fill="${fill}"/>`;
}

/** A stroked path with round ends. */
export function line(d: string, stroke: string, width: number): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** Soft shadow over a part of a drawing: the light comes from the left. */
export function shade(d: string): string {
  return `<path d="${d}" fill="#141b45" fill-opacity=".16"/>`;
}

/** A gleam where the light touches. */
export function gleam(d: string, width = 8): string {
  return `<path d="${d}" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="${width}" stroke-linecap="round"/>`;
}

/** A group turned about a point, degrees clockwise. */
export function turn(angle: number, x: number, y: number, inner: string): string {
  return `<g transform="rotate(${angle} ${x} ${y})">${inner}</g>`;
}

/** A group moved. */
export function move(x: number, y: number, inner: string, scale = 1): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})">${inner}</g>`;
}

/** A pointed leaf that starts at a point and grows upward before it is turned. */
export function leaf(
  x: number,
  y: number,
  length: number,
  angle: number,
  fill: string,
  width = 0.36,
): string {
  const w = length * width;
  const d = `M${x} ${y}C${x - w} ${y - length * 0.35} ${x - w * 0.7} ${y - length * 0.8} ${x} ${y - length}C${x + w * 0.7} ${y - length * 0.8} ${x + w} ${y - length * 0.35} ${x} ${y}Z`;
  return turn(angle, x, y, form(d, fill));
}

/** A stem with pairs of leaves, growing upward. */
export function sprig(
  x: number,
  y: number,
  height: number,
  pairs: number,
  fill: string,
  stem: string,
): string {
  const step = height / pairs;
  const size = Math.min(48, step * 1.3);
  const leaves = Array.from({ length: pairs }, (_, i) => {
    const at = y - step * (i + 0.6);
    const s = size * (1 - i * 0.08);
    return leaf(x, at, s, -62, fill) + leaf(x, at, s, 62, fill);
  });
  return line(`M${x} ${y}V${y - height}`, stem, 5) + leaves.join('') + leaf(x, y - height + 6, size, 0, fill);
}

/** A round flower with petals. */
export function flower(x: number, y: number, r: number, petal: string, heart: string, petals = 6): string {
  const parts = Array.from({ length: petals }, (_, i) =>
    turn((360 / petals) * i, x, y, oval(x, y - r * 0.62, r * 0.36, r * 0.5, petal)),
  );
  return parts.join('') + disc(x, y, r * 0.34, heart);
}

/** Several copies of a drawing, one for each number. */
export function each(numbers: readonly number[], draw: (n: number, index: number) => string): string {
  return numbers.map(draw).join('');
}

/** Numbers from start, `count` of them, `step` apart. */
export function row(start: number, step: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => start + step * i);
}
