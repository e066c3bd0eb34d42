import { request as httpRequest } from 'node:http';
import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../clock/virtual-clock.ts';
import { startSimulator } from '../simulator.ts';
import type { Simulator } from '../simulator.ts';
import { Guard } from './guard.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ wsdl: '<definitions/>', clock: createVirtualClock() });
});
afterAll(() => simulator.stop());

const JSON_TYPE = { 'content-type': 'application/json' };

/** The status of one request with headers that a browser, and nobody else, would not let be chosen. */
function statusOf(method: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(simulator.url + path, { method, headers, agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    request.on('error', reject);
    request.end();
  });
}

describe('a page of somebody else', () => {
  const own = (): string => simulator.url;

  it.each(['POST', 'GET', 'DELETE'])('gets nothing by %s from its own origin', async (method) => {
    const path = method === 'POST' ? '/api/reset' : '/api/faults';
    for (const origin of ['https://attacker.example', 'null', own().replace('http:', 'https:'), own().replace(/\d+$/, '1')]) {
      expect([origin, await statusOf(method, path, { ...JSON_TYPE, origin })]).toEqual([origin, 403]);
    }
    expect(await statusOf(method, path, { ...JSON_TYPE, origin: own() })).toBe(200);
  });

  it('gets nothing when its name was bent to lead here, of the pages neither', async () => {
    const headers = { ...JSON_TYPE, host: 'attacker.example' };
    for (const path of ['/api/clock', '/', '/phone']) expect([path, await statusOf('GET', path, headers)]).toEqual([path, 403]);
    const { port } = new URL(own());
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
      expect(await statusOf('GET', '/api/clock', { host })).toBe(200);
  });

  it('does not get to the service at all, whatever name a till calls that by', async () => {
    const path = '/soap/merchant/cashregister-2';
    for (const origin of [own(), 'http://attacker.example'])
      expect(await statusOf('POST', path, { origin, host: 'attacker.example' })).toBe(403);
    expect(await statusOf('GET', `${path}?wsdl`, { host: 'seqr.example' })).toBe(200);
  });

  it('gets nothing by a form, a picture or a script, and may link to the pages', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      expect(await statusOf('POST', '/api/reset', { 'content-type': type })).toBe(415);
    }
    expect(await statusOf('POST', '/api/reset')).toBe(415);
    for (const site of ['cross-site', 'same-site']) expect(await statusOf('GET', '/api/clock', { 'sec-fetch-site': site })).toBe(403);
    expect(await statusOf('GET', '/', { 'sec-fetch-site': 'cross-site' })).toBe(200);
    expect(await statusOf('GET', '/api/clock', { 'sec-fetch-site': 'same-origin' })).toBe(200);
  });
});

it('on a network the machine is known by its own name and by that it was told to listen at', () => {
  const statusFor = (listensAt: string, host: string): number | undefined =>
    new Guard(listensAt).refusalOf({ headers: { host }, method: 'GET' }, 'json')?.status;
  const machine = hostname();
  expect([
    statusFor('0.0.0.0', `${machine}:80`),
    statusFor('shop.example', 'shop.example:80'),
    statusFor('0.0.0.0', '192.168.1.7'),
  ]).toEqual([undefined, undefined, undefined]);
  expect([statusFor('127.0.0.1', `${machine}:80`), statusFor('0.0.0.0', 'attacker.example'), statusFor('0.0.0.0', '')]).toEqual([
    403, 403, 403,
  ]);
});
