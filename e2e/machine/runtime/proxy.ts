/** The proxy that the environment or npm's settings name, in the variables that Electron's downloader reads. */

/** npm hands its settings to what it runs under these names, `null` for none. */
function fromNpm(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = env[`npm_config_${name}`];
  return value === undefined || value === '' || value === 'null' || value === 'false' ? undefined : value;
}

/**
 * @returns http_proxy, https_proxy and no_proxy, as far as somebody set them; the environment goes before npm's settings, and
 *   small letters, which count where both are set, before capitals
 */
export function proxyVariables(env: NodeJS.ProcessEnv): Record<string, string> {
  const named = (name: string): string | undefined => env[name.toLowerCase()] || env[name] || undefined;
  const http = named('HTTP_PROXY') ?? fromNpm(env, 'proxy');
  const values = {
    http_proxy: http,
    // npm sends https through `proxy` where there is no `https-proxy`.
    https_proxy: named('HTTPS_PROXY') ?? fromNpm(env, 'https_proxy') ?? fromNpm(env, 'proxy'),
    no_proxy: named('NO_PROXY') ?? fromNpm(env, 'noproxy'),
  };
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
