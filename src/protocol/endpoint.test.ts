import { describe, expect, it } from 'vitest';
import { checkEndpoint } from './endpoint.ts';

describe('an endpoint needs https, except on this machine (protocol §1)', () => {
  it.each([
    ['https://extdev.seqr.com/soap/merchant/cashregister-2', 'https://extdev.seqr.com/soap/merchant/cashregister-2'],
    ['  https://pay.example.com/soap#top ', 'https://pay.example.com/soap'],
    ['https://pay.example.com/soap?WSDL', 'https://pay.example.com/soap'],
    ['https://pay.example.com/soap?shop=1', 'https://pay.example.com/soap?shop=1'],
    ['http://127.0.0.1:8080/soap', 'http://127.0.0.1:8080/soap'],
    ['http://127.1.2.3/', 'http://127.1.2.3/'],
    ['http://localhost:1/', 'http://localhost:1/'],
    ['http://[::1]:1/', 'http://[::1]:1/'],
    ['http://2130706433/', 'http://127.0.0.1/'],
  ])('takes %j', (text, url) => {
    expect(checkEndpoint(text)).toEqual({ ok: true, url });
  });

  it.each([
    ['', 'not-a-url'],
    ['extdev.seqr.com/soap', 'not-a-url'],
    ['ftp://extdev.seqr.com/', 'not-http'],
    ['javascript:alert(1)', 'not-http'],
    ['http://extdev.seqr.com/', 'https-required'],
    ['http://127.0.0.1.example.com/', 'https-required'],
    ['http://localhost.example.com/', 'https-required'],
    ['http://192.168.0.10/', 'https-required'],
    ['https://user:secret@pay.example.com/', 'credentials-in-url'],
    ['http://127.0.0.1@pay.example.com/', 'credentials-in-url'],
  ])('refuses %j: %s', (text, code) => {
    expect(checkEndpoint(text)).toEqual({ ok: false, code });
  });
});
