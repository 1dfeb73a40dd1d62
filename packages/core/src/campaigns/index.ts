export { type CampaignOptions, campaigns } from './campaigns.ts';
export type { FactSource, FactValue } from './fact-source.ts';
export type { CampaignInspection, Inspection } from './inspection.ts';
export type { Decision, PresentationEnd, Presenter } from './presenter-port.ts';
