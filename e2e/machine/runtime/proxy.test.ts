import { describe, expect, it } from 'vitest';
import { proxyVariables } from './proxy.ts';

describe('the proxy', () => {
  it('is none where nobody names one', () => {
    expect(proxyVariables({ npm_config_noproxy: '', npm_config_proxy: 'null', https_proxy: '' })).toEqual({});
  });

  it("is the environment's, in small letters or capitals, and then npm's", () => {
    const npm = { npm_config_proxy: 'http://npm:1', npm_config_https_proxy: 'http://npm:2', npm_config_noproxy: 'intra' };
    expect(proxyVariables(npm)).toEqual({ http_proxy: 'http://npm:1', https_proxy: 'http://npm:2', no_proxy: 'intra' });
    expect(proxyVariables({ ...npm, HTTPS_PROXY: 'http://env:2', NO_PROXY: 'local' })).toMatchObject({
      https_proxy: 'http://env:2',
      no_proxy: 'local',
    });
    expect(proxyVariables({ HTTPS_PROXY: 'http://env:2', https_proxy: 'http://small:2' })).toEqual({ https_proxy: 'http://small:2' });
  });

  it("takes npm's one for https too where there is no other", () => {
    expect(proxyVariables({ npm_config_proxy: 'http://npm:1' })).toEqual({ http_proxy: 'http://npm:1', https_proxy: 'http://npm:1' });
  });
});
