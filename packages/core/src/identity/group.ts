import type { Journey } from '../journey/journey-port.ts';

/** Facts of a group: texts, numbers, yes and no. */
export type GroupTraits = Readonly<Record<string, string | number | boolean>>;

/**
 * Records that the visitor belongs to a group, such as the company they buy for: `group(regulars, 'acme', { seats: 12 })`.
 * An event of the shop's own, `group_joined`; the Segment adapter tells it as `group`. `null`: consent refused it.
 */
export const group = (
  { track }: Pick<Journey, 'track'>,
  groupId: string,
  traits: GroupTraits = {},
): string | null => track('custom_recorded', { label: 'group_joined', values: { ...traits, groupId } });
