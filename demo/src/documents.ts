import { readFileSync } from 'node:fs';
import {
  type CampaignDocument,
  campaignDocument,
  type ProgramDocument,
  programDocument,
} from '@regulars/schema';

/** The demo's two documents, as its marketers wrote them. */
export interface Documents {
  readonly campaigns: CampaignDocument;
  readonly program: ProgramDocument;
}

/** Reads `campaigns.json` and `program.json`; throws when one does not fit the schema. */
export function readDocuments(): Documents {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
  return {
    campaigns: campaignDocument.parse(read('campaigns.json')),
    program: programDocument.parse(read('program.json')),
  };
}
