import { describe, expect, it } from 'vitest';
import { WITHOUT_OS_SANDBOX, enableOsSandbox } from './os-sandbox.ts';

function started(switches: readonly string[]): { readonly enabled: boolean; readonly said: readonly string[] } {
  const said: string[] = [];
  let enabled = false;
  const app = { enableSandbox: () => void (enabled = true), commandLine: { hasSwitch: (name: string) => switches.includes(name) } };
  enableOsSandbox(app, (sentence) => said.push(sentence));
  return { enabled, said };
}

describe("the operating system's sandbox", () => {
  it('is asked for, without a word', () => {
    expect(started([])).toEqual({ enabled: true, said: [] });
  });

  it('is not asked for where the command line forbids it, and that is said in one sentence', () => {
    expect(started(['no-sandbox'])).toEqual({ enabled: false, said: [WITHOUT_OS_SANDBOX] });
  });
});
