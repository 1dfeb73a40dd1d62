/** Boxes to choose from when the campaign does not say. */
const BOXES = 3;

/** Indexes of the boxes. */
export function boxesOf(count: number = BOXES): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
