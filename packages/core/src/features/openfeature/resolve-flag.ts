import type { ErrorCode, ResolutionDetails } from '@openfeature/web-sdk';
import type { Flag } from './judge-flags.ts';

/** Own members alone, however deep. */
const memberOf = (from: unknown, path: readonly string[]): unknown =>
  path.reduce((at, name) => (Object.hasOwn(Object(at), name) ? Object(at)[name] : undefined), from);

/** In the words of OpenFeature: chance, an audience or nobody says yes; a status or a schedule says no, or something else. */
const reasonOf = ({ arm, why, judgement }: Flag): string =>
  !arm
    ? why[0] === 's'
      ? 'DISABLED'
      : 'DEFAULT'
    : arm !== 'shown'
      ? 'SPLIT'
      : judgement.campaign.audience
        ? 'TARGETING_MATCH'
        : 'STATIC';

/**
 * Resolves a flag: `campaign` is whether the visitor gets it (boolean), their arm (string) or the props of their arm's
 * widget (object); `campaign.image.width` is one of these props. Who gets nothing gets the caller's default value.
 * @param flags `undefined`: nothing was decided; clients ask only what is ready.
 * @param expose told of whom a value was found for.
 */
export function resolveFlag<T>(
  flags: ReadonlyMap<string, Flag> | undefined,
  key: string,
  standard: T,
  expose: (flag: Flag) => void,
): ResolutionDetails<T> {
  const type = typeof standard;
  const [id = '', ...path] = key.split('.');
  const isHeld = path.length || type === 'object';
  const flag = flags?.get(id);
  const arm = flag?.arm;
  const isOn = !!arm && arm !== 'held-out';
  const value =
    flag &&
    (isHeld ? memberOf(flag.judgement.widget.props, path) : type === 'string' ? (arm ?? standard) : isOn);
  if (!flag || typeof value !== type)
    return {
      value: standard,
      reason: 'ERROR',
      errorCode: (value === undefined ? 'FLAG_NOT_FOUND' : 'TYPE_MISMATCH') as ErrorCode,
    };
  expose(flag);
  return {
    // Of the type that was asked for, as looked at above.
    value: isHeld && !isOn ? standard : (value as T),
    reason: reasonOf(flag),
    ...(arm && { variant: arm }),
    flagMetadata: { why: flag.why },
  };
}
