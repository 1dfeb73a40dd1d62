export { type CampaignOptions, campaigns } from './campaigns.ts';
export { type FactSource, type FactValue, factSourcePort } from './fact-source.ts';
export type { CampaignInspection, Inspection } from './inspection.ts';
export { type Decision, type PresentationEnd, type Presenter, presenterPort } from './presenter-port.ts';
