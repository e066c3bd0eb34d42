import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../clock/virtual-clock.ts';
import { ENGLISH } from '../pages/operator/texts-en.ts';
import { PHONE_TEXTS } from '../pages/phone/texts.ts';
import { startSimulator } from '../simulator.ts';
import type { Simulator } from '../simulator.ts';
import { loadPage } from '../testing/page.ts';
import type { LoadedFile } from '../testing/page.ts';
import { readPages } from './read-pages.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ wsdl: '', clock: createVirtualClock() });
});
afterAll(() => simulator.stop());

const ALL = readPages(fileURLToPath(new URL('../pages', import.meta.url)));
const PAGES = [
  ['the customer’s phone', '/phone', 'phone', PHONE_TEXTS.en],
  ['the operator’s page', '/', 'operator', ENGLISH],
] as const;
const typeOf = ({ headers }: LoadedFile): string => headers.get('content-type')?.split(';')[0] ?? '';
const pathOf = ({ url }: LoadedFile): string => new URL(url).pathname;

describe.each(PAGES)('%s', (_name, path, folder, texts) => {
  it('is files that are all there, each under the strict policy, from this one service', async () => {
    const files = await loadPage(`${simulator.url}${path}?lang=sv`);
    expect(files.filter(({ status }) => status !== 200).map(pathOf)).toEqual([]);
    expect(files.every(({ url }) => url.startsWith(simulator.url))).toBe(true);
    expect(new Set(files.map(typeOf))).toEqual(new Set(['text/html', 'text/css', 'text/javascript']));
    for (const { headers } of files) {
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('has nothing inline, and every address relative', async () => {
    const [page, ...rest] = await loadPage(simulator.url + path);
    expect(page?.text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?! type="module" src=")|(?:src|href)="(?!phone"|\w+\/|data:)/);
    for (const { text } of rest) expect(text).not.toMatch(/fetch\([`'"](?:\/|http)|innerHTML|import\(/);
  });

  it('loads everything that lies in its folder', async () => {
    const loaded = new Set((await loadPage(simulator.url + path)).slice(1).map((file) => pathOf(file).slice(1)));
    const lying = [...ALL.keys()].filter((name) => name.startsWith(`${folder}/`) && !name.endsWith('.html'));
    // What holds types only is nobody's to load.
    const wanted = lying.filter((name) => name.endsWith('.css') || /^(export|import) /m.test(ALL.get(name) ?? ''));
    expect(wanted.filter((name) => !loaded.has(name))).toEqual([]);
  });

  it('has a word for every place that asks for one', async () => {
    const [page] = await loadPage(simulator.url + path);
    const asked = [...(page?.text ?? '').matchAll(/ data-text="(\w+)"/g)].map(([, name = '']) => name);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => !(name in texts))).toEqual([]);
  });
});

it('serves nothing of the folder but what pages load, and nothing beside it', async () => {
  const statusOf = async (path: string): Promise<number> => (await fetch(simulator.url + path)).status;
  expect(await statusOf('/phone/main.ts')).toBe(200);
  for (const path of ['/phone/index.html', '/tsconfig.json', '/phone/', '/phone/none.ts', '/../http/server.ts', '/%2e%2e/http/server.ts'])
    expect(await statusOf(path), path).toBe(404);
});
