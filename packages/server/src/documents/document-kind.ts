import type { CampaignDocument, ProgramDocument } from '@regulars/schema';

/** The two documents that marketers write. */
export type DocumentKind = 'campaigns' | 'program';

/** Both, in the order in which they are shown. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = ['campaigns', 'program'];

/** What is live. */
export interface Published {
  readonly campaigns: CampaignDocument;
  readonly program: ProgramDocument;
}

/** Whether a word names a document. */
export function isDocumentKind(word: string | undefined): word is DocumentKind {
  return word === 'campaigns' || word === 'program';
}
