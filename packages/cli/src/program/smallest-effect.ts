import type { Campaign, CampaignDocument } from '@regulars/schema';

/** A shop's traffic: visitors a week, and the share of them who reach a goal without any campaign. */
export interface Traffic {
  readonly visitors: number;
  readonly rate: number;
}

/** Normal quantiles of 5 % two-sided and of 80 % power. */
const quantiles = 1.959964 + 0.841621;
const weeks = 4;

/**
 * Smallest absolute difference between two shares that a test of these sizes shows with 80 % power at the 5 % level, by
 * the normal approximation with the base rate's variance in both arms.
 * @param rate share without the campaign, 0 to 1.
 */
export function smallestEffect(rate: number, sizes: readonly [number, number]): number {
  const [a, b] = sizes;
  return quantiles * Math.sqrt(rate * (1 - rate) * (1 / a + 1 / b));
}

/** The two smallest arms of a campaign as shares of all visitors; `null`: nothing is compared. */
function armsOf({ experiment, goal, holdout }: Campaign): readonly [number, number] | null {
  if (!goal) return null;
  const held = holdout ?? 0.1;
  if (!experiment) return held > 0 ? [1 - held, held] : null;
  const { coverage = 1, group, variants } = experiment;
  const part = coverage * (group ? group.to - group.from : 1) * (1 - held);
  const [a = 0, b = 0] = variants.map(({ weight }) => weight * part).sort((x, y) => x - y);
  return a > 0 ? [a, b] : null;
}

const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 2 : 1)} %`;

/** For each campaign that measures something: the smallest change of its goal that four weeks of visitors show. */
export function effectLines({ campaigns }: CampaignDocument, { visitors, rate }: Traffic): readonly string[] {
  return campaigns.flatMap((campaign) => {
    const arms = armsOf(campaign);
    if (!arms) return [];
    const effect = smallestEffect(rate, [arms[0] * visitors * weeks, arms[1] * visitors * weeks]);
    const head = `${campaign.id}: in ${weeks} weeks`;
    return effect >= rate
      ? [
          `${head} ${visitors} visitors a week cannot show even a doubling of ${percent(rate)}; enlarge the smaller arm or wait longer.`,
        ]
      : [`${head} the smallest change that shows is ${percent(rate)} to ${percent(rate + effect)}.`];
  });
}
