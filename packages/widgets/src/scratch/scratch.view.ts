/** Cells along one side of the grid that measures how much was scratched. */
export const GRID = 12;
/** Share of the card, 0 to 1, after which the rest of the foil goes by itself. */
export const ENOUGH = 0.45;

/** Marks the cells that a stroke of a round tip touches. Pure: answers a new set only when something changed. */
export function touchCells(
  cells: ReadonlySet<number>,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
): ReadonlySet<number> {
  const found: number[] = [];
  for (let row = 0; row < GRID; row += 1) {
    for (let column = 0; column < GRID; column += 1) {
      const dx = (column + 0.5) / GRID - x;
      const dy = (row + 0.5) / GRID - y;
      const cell = row * GRID + column;
      if (Math.hypot(dx, dy) <= radius && !cells.has(cell)) found.push(cell);
    }
  }
  return found.length === 0 ? cells : new Set([...cells, ...found]);
}

/** Whether enough of the card lies open. */
export function isOpen(cells: ReadonlySet<number>): boolean {
  return cells.size / GRID ** 2 >= ENOUGH;
}
