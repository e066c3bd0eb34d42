import { describe, expect, it } from 'vitest';
import { phoneRoute } from './phone-routes.ts';

describe('app://phone', () => {
  it.each([
    ['GET', '/phone'],
    ['GET', '/phone/main.ts'],
    ['GET', '/phone/phone.css'],
    ['GET', '/shared/decimals.ts'],
    ['POST', '/api/phone/scan'],
    ['POST', '/api/phone/pay'],
    ['POST', '/api/phone/account'],
    ['POST', '/api/phone/owners'],
    ['POST', '/api/phone/cards/add'],
  ])('%s %s reaches the simulator', (method, pathname) => {
    expect(phoneRoute(method, pathname)).toBe(pathname);
  });

  it.each([
    ['POST', '/api/clock'],
    ['POST', '/api/faults'],
    ['GET', '/api/invoices'],
    ['POST', '/soap/merchant/cashregister-2'],
    ['POST', '/phone'],
    ['POST', '/phone/main.ts'],
    ['GET', '/phone/../api/faults'],
    ['GET', '/phone/..%2fapi%2ffaults'],
    ['GET', '/phone/main.ts/../../api/faults'],
    ['GET', '/operator/main.ts'],
    ['PUT', '/api/phone/pay'],
    ['POST', '/api/phone/../faults'],
    ['POST', '/api/phone/pay/'],
    ['POST', '/api/phone/pay%2f..%2f..%2ffaults'],
    ['GET', '/'],
    ['POST', '//example.org/api/phone/pay'],
  ])('%s %s does not', (method, pathname) => {
    expect(phoneRoute(method, pathname)).toBeNull();
  });
});
