/**
 * How long to fuzz. In `npm test` a fixed number of cases from a fixed seed, so that a run is like the one before. A longer
 * campaign, from a seed of its own each time:
 *
 *   KASSA_FUZZ_SECONDS=600 npx vitest run src/conformance/fuzz
 *
 * A failure names the seed of its case; KASSA_FUZZ_SEED starts there.
 */
const seconds = Number(process.env['KASSA_FUZZ_SECONDS'] ?? 0);
const isCampaign = seconds > 0;
const firstSeed = Number(process.env['KASSA_FUZZ_SEED'] ?? (isCampaign ? Date.now() % 1_000_000_000 : 1));

/** For `testTimeout`: what a campaign takes, its last judgement included. */
export const CAMPAIGN_TIMEOUT_MS = (2 * seconds + 120) * 1000;

/** The seeds of the cases to try: `count` of them, or in a campaign as many as the seconds allow. */
export function* seeds(count: number): Generator<number> {
  const endMs = performance.now() + seconds * 1000;
  for (let i = 0; isCampaign ? performance.now() < endMs : i < count; i += 1) yield firstSeed + i;
}
