import { fromSketch } from './upgrade/from-sketch.ts';
import { isPlain, type Plain, type UpgradeStep } from './upgrade/upgrade-step.ts';

/** Format that this version reads and writes. */
export const formatVersion = 1;

/** Steps by the format they start from. A new format adds one; none is ever taken away. */
const steps: Readonly<Record<number, UpgradeStep>> = { 0: fromSketch };

/** A document in the format of this version. */
export interface UpgradedDocument {
  /** What was given, when it needed nothing. */
  readonly document: unknown;
  /** Format it had; `null`: it says none. */
  readonly from: number | null;
  /** What changed, in the order of the steps. */
  readonly changes: readonly { readonly path: string; readonly what: string }[];
}

/** Format of a document; the sketch said `version` where a format stands now. `null`: it says none. */
export function formatOf(document: unknown): number | null {
  if (!isPlain(document)) return null;
  const { formatVersion: said, version } = document;
  if (said === undefined)
    return typeof version === 'number' && !Object.hasOwn(document, 'revision') ? 0 : null;
  return typeof said === 'number' && Number.isInteger(said) && said >= 0 ? said : null;
}

/**
 * Makes an older campaign document one of the format of today, step by step. Pure; never throws; a document of today, a
 * newer one and anything else come back as they are. What comes out must still be parsed.
 */
export function upgradeDocument(document: unknown): UpgradedDocument {
  const from = formatOf(document);
  const changes: { path: string; what: string }[] = [];
  if (from === null || from >= formatVersion || !isPlain(document)) return { document, from, changes };
  let found: Plain = document;
  for (let format = from; format < formatVersion; format += 1) {
    found = steps[format]?.(found, (path, what) => changes.push({ path, what })) ?? found;
  }
  return { document: { formatVersion, ...without(found) }, from, changes };
}

const without = ({ formatVersion: _, ...rest }: Plain): Plain => rest;
