import { expect, it } from 'vitest';
import { parseServeOptions } from './serve-options.ts';

const given = (proxy?: string) =>
  parseServeOptions({ port: '3000', host: '127.0.0.1', publicUrl: 'https://kycuong.example.vn', proxy });

it('the proxy is one or more addresses or blocks', () => {
  expect(given().proxies).toBeUndefined();
  expect(given('10.0.0.5').proxies).toEqual(['10.0.0.5']);
  expect(given('10.0.0.5, 192.168.7.0/24,fd00::/8').proxies).toEqual([
    '10.0.0.5',
    '192.168.7.0/24',
    'fd00::/8',
  ]);
});

it.each(['', 'proxy.example.vn', '10.0.0', '10.0.0.0/33', '10.0.0.0/', '0.0.0.0/0', '::/0', 'loopback,'])(
  'is refused: %j',
  (proxy) => {
    expect(() => given(proxy)).toThrow('--proxy');
  },
);
