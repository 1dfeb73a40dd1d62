import type { Dropped } from '../read/dropped.ts';
import type { Line } from '../read/read-visits.ts';
import type { Session } from './session.ts';

/** Minutes of silence that end a session, as the browser engine cuts them. */
const pauseMs = 30 * 60_000;
/** Distinct products in one session above which no person shops. */
const botProducts = 200;

/**
 * Makes sessions of lines: as exported where the file names them, else by 30 minutes of silence. Repeats of one
 * product in a row fold into one.
 * @param options.ordered `false`: baskets, whose lines have no order.
 */
export function sessionise(
  lines: readonly Line[],
  options: { readonly ordered: boolean; readonly dropped: Dropped },
): Session[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.session === null ? '' : `${line.session}\u001f`}${line.visitor}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const sessions: Session[] = [];
  for (const group of groups.values()) {
    group.sort(byTime);
    for (const part of group[0]?.session === null ? cut(group) : [group]) {
      const session = toSession(part, options.ordered);
      if (new Set(session.products).size > botProducts && options.ordered) {
        options.dropped.add(`session with more than ${botProducts} products`, part[0]?.visitor ?? '');
      } else sessions.push(session);
    }
  }
  return sessions.sort(
    (a, b) => a.start - b.start || (a.visitor < b.visitor ? -1 : a.visitor > b.visitor ? 1 : 0),
  );
}

function cut(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    if (line.t - last > pauseMs) parts.push([]);
    parts.at(-1)?.push(line);
    last = line.t;
  }
  return parts;
}

function toSession(lines: readonly Line[], ordered: boolean): Session {
  const once = new Set<string>();
  const kept = lines.filter((line, place) => {
    const repeat = ordered ? lines[place - 1]?.product === line.product : once.has(line.product);
    once.add(line.product);
    return !repeat;
  });
  return {
    visitor: lines[0]?.visitor ?? '',
    start: lines[0]?.t ?? 0,
    ordered,
    products: kept.map((line) => line.product),
    times: kept.map((line) => line.t),
  };
}

/** Equal times keep the order of the export. */
function byTime(a: Line, b: Line): number {
  return a.t - b.t || a.position - b.position;
}
