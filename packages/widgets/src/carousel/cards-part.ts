import type { HostTools } from '../lib/host-tools.ts';
import type { Cards } from './cards.ts';

/** What a list needs beyond its row, where the bundle has it at hand; otherwise it is fetched with the first view. */
export const cardsPart: { Cards?: typeof Cards; tools?: HostTools } = {};
