/** Units of the counted prize: fewer than half of the plays of a full run would take. */
export const STOCK = 40;
