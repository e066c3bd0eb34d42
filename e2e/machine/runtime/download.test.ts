import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { downloadElectron } from './download.ts';
import type { Fetched, Patience } from './download.ts';

const ARCHIVE = Buffer.alloc(300_000, 'electron');
const FILE = `electron-v45.0.0-${process.platform}-${process.arch}.zip`;
const SHORT: Patience = { firstByteMs: 200, silenceMs: 200 };

let folder = '';
let mirror: http.Server;
let asked: string[] = [];
/** What the mirror does with a request, by its number. */
let answer: (response: http.ServerResponse, count: number) => void;

const portOf = (server: net.Server): number => (server.address() as net.AddressInfo).port;
const listen = (server: net.Server): Promise<void> => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const whole = (response: http.ServerResponse): void => void response.writeHead(200, { 'content-length': ARCHIVE.length }).end(ARCHIVE);
const half = (response: http.ServerResponse, then: () => void = () => undefined): void =>
  void response.writeHead(200, { 'content-length': ARCHIVE.length }).write(ARCHIVE.subarray(0, 100_000), then);

/** A package like Electron's, whose program only notes that the archive is in the cache by then. */
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kassa-download-'));
  const checksum = createHash('sha256').update(ARCHIVE).digest('hex');
  fs.writeFileSync(path.join(folder, 'checksums.json'), JSON.stringify({ [FILE]: checksum }));
  fs.writeFileSync(path.join(folder, 'install.js'), `require('fs').writeFileSync(__dirname + '/unpacked', '')`);
  asked = [];
  mirror = http.createServer((request, response) => answer(response, asked.push(request.url ?? '')));
  await listen(mirror);
  vi.stubEnv('electron_config_cache', path.join(folder, 'cache'));
  vi.stubEnv('npm_config_electron_mirror', `http://127.0.0.1:${portOf(mirror)}/mirror/`);
});

afterEach(() => {
  mirror.closeAllConnections();
  mirror.close();
  vi.unstubAllEnvs();
  fs.rmSync(folder, { recursive: true, force: true });
});

function fetchIt(patience?: Patience): Promise<Fetched> {
  return downloadElectron({
    electronDir: folder,
    version: '45.0.0',
    out: { write: () => undefined },
    ...(patience === undefined ? {} : { patience }),
  });
}

describe("Electron's download", () => {
  it('comes from the mirror of .npmrc, and is unpacked', async () => {
    answer = whole;
    expect(await fetchIt()).toEqual({ ok: true });
    expect(asked).toEqual([`/mirror/v45.0.0/${FILE}`]);
    expect(fs.existsSync(path.join(folder, 'unpacked'))).toBe(true);
  });

  it('is begun once more when the line breaks off in the middle', async () => {
    answer = (response, count) => (count === 1 ? half(response, () => response.destroy()) : whole(response));
    expect(await fetchIt()).toEqual({ ok: true });
    expect(asked).toHaveLength(2);
  });

  it('is given up when nothing comes any more, not when it takes long', async () => {
    answer = (response) => half(response);
    expect(await fetchIt(SHORT)).toEqual({ ok: false, reason: 'nothing came for 0.2 s' });
    asked = [];
    answer = () => undefined;
    expect(await fetchIt(SHORT)).toEqual({ ok: false, reason: 'nothing came for 0.2 s' });
    expect(asked, 'a closed door is not tried twice').toHaveLength(1);
  });

  it('is not believed when it is not what Electron published', async () => {
    answer = (response) => void response.end('something else');
    expect(await fetchIt()).toEqual({ ok: false, reason: 'what came is not what Electron published: its checksum differs' });
  });

  it("goes through the proxy of npm's settings", async () => {
    answer = whole;
    const through: string[] = [];
    const proxy = http.createServer().on('connect', (request, socket) => {
      through.push(request.url ?? '');
      const onward = net.connect(portOf(mirror), '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
      onward.pipe(socket).pipe(onward);
      socket.on('error', () => onward.destroy());
      onward.on('error', () => socket.destroy());
    });
    await listen(proxy);
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy']) vi.stubEnv(name, '');
    vi.stubEnv('npm_config_proxy', `http://127.0.0.1:${portOf(proxy)}`);
    vi.stubEnv('ELECTRON_MIRROR', 'http://mirror.invalid/');
    vi.stubEnv('npm_config_electron_mirror', undefined);
    expect(await fetchIt()).toEqual({ ok: true });
    expect(through).toEqual(['mirror.invalid:80']);
    proxy.close();
  });
});
