import { describe, expect, it } from 'vitest';
import { chooseNode, isNewEnough } from './tool-node.mjs';

const packaged = (version: string | null) => ({ path: '/packaged/node', version });
const own = (version: string, runsTypeScript = true) => ({ path: '/usr/bin/node', version, runsTypeScript });

describe('the Node of the tools', () => {
  it('is the packaged one, whatever the machine has', () => {
    expect(chooseNode({ packaged: packaged('v24.21.0'), own: own('v26.1.0'), system: 'linux-x64' })).toEqual({
      ok: true,
      path: '/packaged/node',
    });
  });

  it("is the machine's own where npm has none, if that is new enough", () => {
    expect(chooseNode({ packaged: packaged(null), own: own('v26.1.0'), system: 'darwin-x64' })).toEqual({
      ok: true,
      path: '/usr/bin/node',
    });
    expect(chooseNode({ packaged: packaged(null), own: own('v26.1.0', false), system: 'darwin-x64' })).toMatchObject({ ok: false });
  });

  it('is otherwise named, with what to do', () => {
    const choice = chooseNode({ packaged: packaged(null), own: own('v20.20.2', false), system: 'win32-arm64' });
    expect(choice).toEqual({
      ok: false,
      sentence:
        "Kassa's tools need Node 24: npm has no Node 24 that runs on win32-arm64, and this machine's own is v20.20.2. " +
        'Install Node 24.2 or newer (https://nodejs.org) and run the command again.',
    });
  });

  it('is new enough from 24.2 on', () => {
    expect(['v24.2.0', 'v24.21.0', 'v25.0.0'].map(isNewEnough)).toEqual([true, true, true]);
    expect(['v24.1.0', 'v22.22.0', null, ''].map(isNewEnough)).toEqual([false, false, false, false]);
  });
});
