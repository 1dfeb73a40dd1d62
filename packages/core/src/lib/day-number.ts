/** Days since 1970 in UTC. */
export function dayNumber(ms: number): number {
  return Math.floor(ms / 864e5);
}
