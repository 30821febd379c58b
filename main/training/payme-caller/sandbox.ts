import { expired, concurrent } from './pressure.ts';
import { madeAndCancelled, madeAndConfirmed } from './scenarios.ts';
import { createStage, type SandboxOptions, type SandboxResult, type Stage } from './stage.ts';
import { strangers, wrongData } from './strangers.ts';

const script: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  strangers,
  'wrong data': wrongData,
  'made and cancelled': madeAndCancelled,
  'made and confirmed': madeAndConfirmed,
  expired,
  concurrent,
};

/**
 * Plays Payme's whole sandbox against a shop's Merchant API (developer help: testing in the sandbox), and beyond it what its
 * pages promise: expiry, the statement, fiscal receipts, calls at once. Every finding is named by its scenario; never throws
 * for what a shop answers.
 */
export async function runSandbox(options: SandboxOptions): Promise<SandboxResult[]> {
  const results: SandboxResult[] = [];
  for (const [name, scenario] of Object.entries(script)) {
    const stage = createStage(options);
    await scenario(stage);
    results.push(...stage.results.map((result) => ({ ...result, name: `${name}: ${result.name}` })));
  }
  return results;
}
