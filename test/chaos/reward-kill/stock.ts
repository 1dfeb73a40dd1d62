/** Units of the counted prize: fewer than the plays of two lives would take. */
export const STOCK = 20;
