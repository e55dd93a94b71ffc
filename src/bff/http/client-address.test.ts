import { expect, it } from 'vitest';
import { createClientAddress, isAddressRange } from './client-address.ts';

it('without a trusted proxy the header says nothing', () => {
  const of = createClientAddress([]);
  expect(of('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
  expect(of('::ffff:203.0.113.9', undefined)).toBe('203.0.113.9');
  expect(of(undefined, '198.51.100.1')).toBeUndefined();
});

it('behind trusted proxies the last address that is none of them counts, whatever a client wrote before it', () => {
  const of = createClientAddress(['127.0.0.1', '10.0.0.0/8', '2001:db8::/32']);
  expect(of('127.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
  expect(of('::ffff:10.1.2.3', '1.1.1.1, 198.51.100.1, 10.9.9.9')).toBe('198.51.100.1');
  expect(of('2001:db8::1', '2001:db9::7')).toBe('2001:db9::7');
  expect(of('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
  expect(of('127.0.0.1', 'unknown')).toBe('127.0.0.1');
  expect(of('127.0.0.1', undefined)).toBe('127.0.0.1');
});

it('an address or a range is what it says', () => {
  expect(['10.0.0.1', '10.0.0.0/8', '::1', '2001:db8::/32'].every(isAddressRange)).toBe(true);
  expect(['proxy.example', '10.0.0.0/33', '10.0.0', '::1/129', '10.0.0.0/8/8', ''].some(isAddressRange)).toBe(false);
});
