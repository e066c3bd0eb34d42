import { describe, expect, it } from 'vitest';
import { displaySwitches, sandboxProblem } from './os-session.ts';
import type { SandboxFacts } from './os-session.ts';

const HELPER = '/opt/an electron/chrome-sandbox';
const FREE: SandboxFacts = { isRoot: false, apparmorRestricts: null, cloneAllowed: 1, maxNamespaces: 60_000, hasHelper: false };
const problem = (facts: Partial<SandboxFacts>): string | null => sandboxProblem({ ...FREE, ...facts }, HELPER);

describe("Electron's sandbox", () => {
  it('starts for an ordinary user where namespaces are allowed', () => {
    expect(problem({})).toBeNull();
    expect(problem({ apparmorRestricts: 0, cloneAllowed: null, maxNamespaces: null })).toBeNull();
  });

  it.each([
    ['AppArmor restricts them', { apparmorRestricts: 1 }],
    ['the kernel does not clone them', { cloneAllowed: 0 }],
    ['there may be none', { maxNamespaces: 0 }],
  ])('does not where %s, and the sentence says what to do', (_why, facts) => {
    expect(problem(facts)).toContain(`sudo chown root:root "${HELPER}" && sudo chmod 4755 "${HELPER}"`);
  });

  it('starts there all the same with the helper that is root’s', () => {
    expect(problem({ apparmorRestricts: 1, hasHelper: true })).toBeNull();
  });

  it('is not asked of root, who has none', () => {
    expect(problem({ maxNamespaces: 0, isRoot: true })).toBeNull();
  });
});

describe('a Wayland session', () => {
  const env = { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' };

  it('is used through Xwayland where that runs', () => {
    expect(displaySwitches('linux', env, ['--data-dir=x'])).toEqual(['--ozone-platform=x11']);
    expect(displaySwitches('linux', { XDG_SESSION_TYPE: 'wayland' }, [])).toEqual([]);
  });

  it('is used as the command line says', () => {
    expect(displaySwitches('linux', env, ['--ozone-platform=wayland'])).toEqual([]);
    expect(displaySwitches('linux', env, ['--ozone-platform-hint=auto'])).toEqual([]);
  });

  it('is the only one that is told anything', () => {
    expect(displaySwitches('linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }, [])).toEqual([]);
    expect(displaySwitches('darwin', env, [])).toEqual([]);
  });
});
