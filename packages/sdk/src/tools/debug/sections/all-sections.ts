import type { DebugSection } from '../debug-section.ts';
import { campaignsSection } from './campaigns.ts';
import { consentSection } from './consent.ts';
import { deliverySection } from './delivery.ts';
import { journeySection } from './journey.ts';
import { problemsSection } from './problems.ts';
import { profileSection } from './profile.ts';
import { recommendationsSection } from './recommendations.ts';

/** Sections of the panel from top to bottom; a room adds its file here. */
export const allSections: readonly DebugSection[] = [
  campaignsSection,
  recommendationsSection,
  journeySection,
  profileSection,
  deliverySection,
  consentSection,
  problemsSection,
];
