import { readFile } from 'node:fs/promises';
import { readScenario } from './scenario.ts';
import type { Scenario } from './scenario.ts';

export type FoundScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  /** `message`: a sentence for each thing that is wrong, one a line. */
  | { readonly ok: false; readonly message: string };

/** The scenarios that come with the simulator, by the name they are asked for with. */
export const SHIPPED_SCENARIOS = ['busy-saturday', 'flaky-wifi', 'late-payer'] as const;

/** @param name of a shipped scenario, or the path of a file */
export async function findScenario(name: string): Promise<FoundScenario> {
  const isShipped = SHIPPED_SCENARIOS.some((each) => each === name);
  let json: string;
  try {
    json = await readFile(isShipped ? new URL(`../../../assets/scenarios/${name}.json`, import.meta.url) : name, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    return { ok: false, message: `The scenario could not be read: ${reason}. Shipped are ${SHIPPED_SCENARIOS.join(', ')}.` };
  }
  const read = readScenario(json);
  if (read.ok) return read;
  return { ok: false, message: [`The scenario ${name} is wrong:`, ...read.errors.map((error) => `  ${error}`)].join('\n') };
}
