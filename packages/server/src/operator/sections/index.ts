import type { Section } from '../section.ts';
import { accounts } from './accounts.ts';
import { audit } from './audit.ts';
import { decisions } from './decisions.ts';
import { deliveries } from './deliveries.ts';
import { document } from './document.ts';
import { documents } from './documents.ts';
import { edit } from './edit.ts';
import { journey } from './journey.ts';
import { lists } from './lists.ts';
import { orders } from './orders.ts';
import { outbox } from './outbox.ts';
import { overview } from './overview.ts';
import { own } from './own.ts';
import { people } from './people.ts';
import { person } from './person.ts';
import { plays } from './plays.ts';
import { results } from './results.ts';
import { visitors } from './visitors.ts';
import { why } from './why.ts';

/** All sections in the order of the menu. A room adds one file and one line here. */
export const sections: readonly Section[] = [
  overview,
  documents,
  // Before the revisions, whose address it would fit.
  edit,
  document,
  visitors,
  journey,
  people,
  person,
  why,
  results,
  lists,
  decisions,
  orders,
  deliveries,
  plays,
  outbox,
  accounts,
  audit,
  own,
];
