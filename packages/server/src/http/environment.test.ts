import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from './environment.ts';

test('counts all addresses of one IPv6 network as one client', () => {
  const same = ['2001:db8:0:7::1', '2001:0db8::7:ffff:1:2:3', '2001:db8:0:7:a:b:c:d', '2001:DB8:0:7::'];
  assert.deepEqual([...new Set(same.map(networkOf))], ['2001:db8:0:7::/64']);
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0::/64');
  assert.equal(networkOf('::1'), '0:0:0:0::/64');
});

test('leaves other addresses as they stand', () => {
  for (const address of ['203.0.113.7', '::ffff:203.0.113.7', 'unknown', '']) {
    assert.equal(networkOf(address), address);
  }
});
