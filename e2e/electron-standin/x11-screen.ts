/** Asks the X server how large its screen is: the greeting each client gets says so, and nothing else is needed of X. */
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** Long enough for a busy machine; an X server that is there answers in a millisecond. */
const ANSWER_LIMIT_MS = 3_000;

interface Cookie {
  readonly name: Buffer;
  readonly data: Buffer;
}
const NO_COOKIE: Cookie = { name: Buffer.alloc(0), data: Buffer.alloc(0) };

/** The first entry of the authority file for this display; Xvfb's files have one. */
function readCookie(display: string): Cookie {
  const file = process.env['XAUTHORITY'] ?? path.join(os.homedir(), '.Xauthority');
  if (!fs.existsSync(file)) return NO_COOKIE;
  const bytes = fs.readFileSync(file);
  let at = 0;
  const field = (): Buffer => {
    const length = bytes.readUInt16BE(at);
    at += 2 + length;
    return bytes.subarray(at - length, at);
  };
  while (at + 2 < bytes.length) {
    at += 2; // the address family: the display's number is enough to choose by
    field();
    const number = field().toString();
    const cookie = { name: field(), data: field() };
    if (number === '' || number === display) return cookie;
  }
  return NO_COOKIE;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function greeting(cookie: Cookie): Buffer {
  const head = Buffer.alloc(12);
  head.write('l'); // little-endian
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(cookie.name.length, 6);
  head.writeUInt16LE(cookie.data.length, 8);
  return Buffer.concat([head, padded(cookie.name), padded(cookie.data)]);
}

/** @returns the size in the server's answer, or undefined while it is incomplete or if it refused */
function sizeIn(answer: Buffer): ScreenSize | undefined {
  if (answer.length < 40 || answer[0] !== 1) return undefined;
  if (answer.length < 8 + answer.readUInt16LE(6) * 4) return undefined;
  const vendorLength = answer.readUInt16LE(24);
  const formats = answer[29] ?? 0;
  const screen = 40 + vendorLength + ((4 - (vendorLength % 4)) % 4) + formats * 8;
  return { width: answer.readUInt16LE(screen + 20), height: answer.readUInt16LE(screen + 22) };
}

/** @returns the size in pixels, or undefined without an X server on this machine that lets us in */
export function askX11(): Promise<ScreenSize | undefined> {
  const display = /^(?:unix)?:(\d+)/.exec(process.env['DISPLAY'] ?? '')?.[1];
  if (display === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    let answer = Buffer.alloc(0);
    const socket = net.connect(`/tmp/.X11-unix/X${display}`, () => socket.write(greeting(readCookie(display))));
    const settle = (size: ScreenSize | undefined): void => {
      socket.destroy();
      resolve(size);
    };
    socket.setTimeout(ANSWER_LIMIT_MS, () => settle(undefined));
    socket.on('error', () => settle(undefined));
    socket.on('close', () => settle(undefined));
    socket.on('data', (chunk) => {
      answer = Buffer.concat([answer, chunk]);
      const size = sizeIn(answer);
      if (size !== undefined) settle(size);
    });
  });
}
