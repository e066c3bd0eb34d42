import { parseSync } from 'vite';

export interface LoadedFile {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const IN_PAGE = /<(?:link rel="stylesheet"|script)[^>]* (?:href|src)="([^"]+)"/g;

/** A page and everything that a browser loads for it, each file once, the page first. Rejects if a script is none. */
export async function loadPage(url: string): Promise<readonly LoadedFile[]> {
  const loaded = new Map<string, LoadedFile>();
  const load = async (address: string): Promise<void> => {
    if (loaded.has(address)) return;
    const response = await fetch(address);
    const file = { url: address, status: response.status, headers: response.headers, text: await response.text() };
    loaded.set(address, file);
    for (const named of namedIn(file)) await load(new URL(named, address).href);
  };
  await load(url);
  return [...loaded.values()];
}

function namedIn({ url, headers, text }: LoadedFile): readonly string[] {
  const type = headers.get('content-type') ?? '';
  if (type.startsWith('text/html')) return [...text.matchAll(IN_PAGE)].map(([, address = '']) => address);
  if (!type.startsWith('text/javascript')) return [];
  const { errors, module } = parseSync(url, text, { lang: 'js' });
  if (errors.length > 0) throw new Error(`${url} is no script: ${errors[0]?.message ?? ''}`);
  return module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
}
