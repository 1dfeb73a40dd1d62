import { type CampaignDocument, type ProgramDocument, splitDocument } from '@regulars/schema';
import type { ServerContext } from '../../context.ts';

/** What the published campaigns ask of the backend; nothing else of a person ever leaves the server by the browser. */
export interface Asked {
  /** Attributes without `customer.`. */
  readonly names: ReadonlySet<string>;
  /** Campaigns whose caps hold on every device of a person. */
  readonly scoped: readonly string[];
}

const known = new WeakMap<CampaignDocument, Asked>();

/** Reads what the public part of the published campaigns names. */
export function readAsked({ documents, now }: Pick<ServerContext, 'documents' | 'now'>): Asked {
  const { campaigns, program } = documents.current;
  const found = known.get(campaigns) ?? gather(campaigns, program, now());
  known.set(campaigns, found);
  return found;
}

function gather(source: CampaignDocument, program: ProgramDocument, now: number): Asked {
  // Drafts and ended campaigns ask nothing; those that begin later do.
  const { public: document } = splitDocument(source, program, { now });
  const { campaigns } = document;
  const names = [...JSON.stringify(document).matchAll(/"attr":"customer\.([^"]{1,64})"/g)].map(
    ([, name = '']) => name.replace(/^ageHours\./, ''),
  );
  const byPerson = campaigns.some(({ experiment }) => experiment?.unit === 'personId');
  return {
    names: new Set(byPerson ? [...names, 'id'] : names),
    scoped: campaigns.flatMap(({ id, frequency }) => (frequency?.scope === 'person' ? [id] : [])),
  };
}
